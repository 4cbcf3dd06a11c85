/**
 * What is inside of the first, or last, fenced block of code of a Markdown text, each line with its end; undefined if
 * there is none. A block in a list or quote loses what its fence stands behind.
 *
 * @param isWhole whether the text has come to its end: then a block that is never closed ends with it.
 * @example
 * extractCode('Run this:\n```sh\nls\n```\n', 'first', true); // => 'ls\n'
 */
export function extractCode(
  text: string,
  which: 'first' | 'last',
  isWhole: boolean,
): string | undefined {
  let open: { readonly mark: string; readonly indent: RegExp; code: string } | undefined;
  let found: string | undefined;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const [, before = '', mark = '', info = ''] = fence.exec(line.replace(/\r?\n$/, '')) ?? [];
    if (open === undefined) {
      const isInline = mark.startsWith('`') && info.includes('`');
      if (mark === '' || isInline) continue;
      open = { mark, indent: new RegExp(`^[ \\t>]{0,${before.length}}`), code: '' };
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      found = open.code;
      if (which === 'first') return found;
      open = undefined;
    } else {
      open.code += line.replace(open.indent, '');
    }
  }
  return open !== undefined && isWhole ? open.code : found;
}

/** What stands before it: blanks, the mark of a quote, a bullet. */
const fence = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,})(.*)$/;
