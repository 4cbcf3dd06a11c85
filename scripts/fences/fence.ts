/** One TypeScript example of a README or a lesson. */
export interface Fence {
  /** The Markdown file, from the repository's root. */
  readonly path: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /**
   * False for `ts no-run`, which needs a key, and for a lesson's cells and exercises, which the playground's own
   * tests run: they are type-checked only.
   */
  readonly runs: boolean;
}

const opening = /^(\s*)(`{3,}|~{3,})\s*([^`]*)$/;

/**
 * The TypeScript examples of a Markdown text, in order.
 *
 * The info string is `ts`, `ts no-run`, which may have its reason in brackets, or in lessons `ts cell` or `ts exercise` with
 * a name; other languages are left alone.
 * @throws {Error} when a fence is never closed, or says something else after `ts`.
 */
export function fencesOf(path: string, markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const [, indent = '', ticks = '', info = ''] = opening.exec(lines[index] ?? '') ?? [];
    if (ticks === '') continue;
    const start = index + 1;
    const closing = lines.findIndex((line, at) => at >= start && line.trim() === ticks);
    if (closing === -1) throw new Error(`${path}:${start}  this fence is never closed`);
    index = closing;
    const [language, ...words] = info.trim().split(/\s+/);
    if (language !== 'ts') continue;
    const mark = words.join(' ');
    if (mark !== '' && !/^(no-run( \(.+\))?|(cell|exercise)( .+)?)$/.test(mark))
      throw new Error(
        `${path}:${start}  "ts ${mark}" is not understood: write "ts" or "ts no-run"`,
      );
    const code = lines.slice(start, closing).map((line) => line.replace(indent, ''));
    fences.push({ path, line: start + 1, code: code.join('\n'), runs: mark === '' });
  }
  return fences;
}
