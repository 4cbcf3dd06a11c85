import { markdownToHtml } from '../src/answer/markdown.js';
import { safeFragment } from '../src/answer/safe-fragment.js';

/** The way of an answer onto the page, for a page without the policy that would catch what it lets through. */
Object.assign(globalThis, {
  show: (markdown: string) => elementsOf(safeFragment(markdownToHtml(markdown))),
  /** The same without its last step, in a document where nothing runs: what there is to be caught. */
  showUnsafe: (markdown: string) => {
    const template = document.createElement('template');
    template.innerHTML = markdownToHtml(markdown);
    return elementsOf(template.content, template.content);
  },
});

function elementsOf(fragment: DocumentFragment, place: ParentNode = document.body) {
  if (place !== fragment) place.replaceChildren(fragment);
  return [...place.querySelectorAll('*')].map((element) => ({
    tag: element.localName,
    attributes: element.getAttributeNames(),
  }));
}
