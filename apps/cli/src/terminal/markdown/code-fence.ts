/** A block of code that has begun: how it is closed, and what to take off its lines. */
export interface OpenFence {
  readonly mark: string;
  readonly indent: number;
  readonly language: string;
}

/** The fence that a line opens, as the Markdown parser has it. */
export function openedFence(line: string): OpenFence | undefined {
  const [, blank = '', mark = '', language = ''] =
    /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? [];
  return mark === '' ? undefined : { mark, indent: blank.length, language: language.trim() };
}

export function closesFence(line: string, { mark }: OpenFence): boolean {
  const [, closing = ''] = /^ {0,3}([`~]{3,})[ \t]*$/.exec(line) ?? [];
  return closing.startsWith(mark);
}

/** A line of code without the blanks that its fence stood behind. */
export function codeLine(line: string, { indent }: OpenFence): string {
  return line.replace(new RegExp(`^ {0,${indent}}`), '');
}
