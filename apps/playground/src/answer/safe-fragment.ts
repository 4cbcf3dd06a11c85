import DOMPurify from 'dompurify';

/** What Markdown makes. No link and no image is among them: nothing in an answer can load or open anything. */
const tags = [
  'p br hr strong em del code pre blockquote small',
  'h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td',
].flatMap((line) => line.split(' '));

/** The last step before a page shows HTML that it did not write: only plain text marks survive, without attributes. */
export function safeFragment(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: [],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
