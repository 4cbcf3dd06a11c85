/** What stands between the two lines of dashes at the top of a lesson. */
export interface FrontMatter {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
}

/**
 * Reads the top of a lesson: `title`, `summary` and `minutes`, one to a line.
 *
 * @returns them, and the Markdown below.
 * @throws {Error} when one is missing, is there twice, or is not known.
 */
export function readFrontMatter(text: string): FrontMatter & { readonly body: string } {
  const [, top, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (top === undefined || body === undefined) throw new Error('it does not begin with "---"');
  const found = new Map<string, string>();
  for (const line of top.split('\n')) {
    const [, name = '', value = ''] = /^(\w+): +(.+)$/.exec(line) ?? [];
    const isKnown = ['title', 'summary', 'minutes'].includes(name) && !found.has(name);
    if (!isKnown) throw new Error(`"${line}" is not understood: title, summary and minutes, once`);
    found.set(name, value);
  }
  const { title, summary, minutes } = Object.fromEntries(found);
  if (title === undefined || summary === undefined)
    throw new Error('it needs a title and a summary');
  if (!/^[1-9]\d?$/.test(minutes ?? '')) throw new Error(`minutes is ${minutes}, not a number`);
  return { title, summary, minutes: Number(minutes), body };
}
