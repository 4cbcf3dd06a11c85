import { markdownToHtml } from '../src/answer/markdown.js';
import { safeFragment } from '../src/answer/safe-fragment.js';

/** The way of an answer onto the page, for a page without the policy that would catch what it lets through. */
Object.assign(globalThis, {
  show: (markdown: string) => {
    document.body.replaceChildren(safeFragment(markdownToHtml(markdown)));
    return [...document.body.querySelectorAll('*')].map((element) => ({
      tag: element.localName,
      attributes: element.getAttributeNames(),
    }));
  },
});
