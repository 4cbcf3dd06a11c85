import { Marked } from 'marked';
import remend from 'remend';

/**
 * HTML of Markdown that may still be arriving: what was opened and not yet closed is closed.
 *
 * The result is NOT safe to show: whatever HTML the text holds is still in it. See `safeFragment`.
 */
export function markdownToHtml(markdown: string): string {
  return marked.parse(remend(markdown, { linkMode: 'text-only', images: false }), {
    async: false,
  });
}

/** A link keeps its text and names its host, an image its description: the page opens and loads nothing. */
const marked = new Marked({
  gfm: true,
  renderer: {
    link({ href, tokens }) {
      return `${this.parser.parseInline(tokens)}<small>${hostOf(href)}</small>`;
    },
    image({ text }) {
      return `<small>${escapeHtml(text === '' ? 'image' : `image: ${text}`)}</small>`;
    },
  },
});

function hostOf(href: string): string {
  const url = URL.parse(href);
  return url === null || url.host === '' ? '' : ` (${escapeHtml(url.host)})`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
