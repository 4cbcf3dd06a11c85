import { oneLine } from '../terminal/one-line.js';

/**
 * A text as a block of a prompt: its name, and a fence of more backticks than any run in the text, so that nothing
 * in the text can end it.
 *
 * @example
 * fileBlock('a.py', 'print(1)'); // => 'File: a.py\n```py\nprint(1)\n```'
 */
export function fileBlock(name: string, text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  const [, language = ''] = /\.(\w{1,12})$/.exec(pathOf(name)) ?? [];
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return `File: ${oneLine(name)}\n${fence}${language}\n${text}${end}${fence}`;
}

/** Of an address without its query; a path is one as it is. */
function pathOf(name: string): string {
  return /^https?:/i.test(name) ? (URL.parse(name)?.pathname ?? '') : name;
}
