import type { Slots } from './template.js';

/** A detector that finds any of the patterns; their named groups become slots. */
export function shapes(...patterns: readonly RegExp[]): (code: string) => Slots | undefined {
  return (code) => {
    for (const pattern of patterns) {
      const match = pattern.exec(code);
      if (match !== null) return definedGroups(match.groups ?? {});
    }
    return undefined;
  };
}

/** A loop's header and what stands inside it: the rest of its line, and the lines indented deeper. */
export interface Loop {
  readonly item: string;
  readonly over: string;
  readonly body: string;
}

/** The `for` loops of a piece of Python. */
export function loopsIn(code: string): Loop[] {
  const lines = code.split('\n');
  return lines.flatMap((line, index) => {
    const header = /^(.*?)\bfor\s+(\w+)\s+in\s+([^:\n]+):(.*)$/.exec(line);
    if (header === null) return [];
    const [, before = '', item = '', over = '', rest = ''] = header;
    const depth = /^\s*/.exec(before)?.[0].length ?? 0;
    const following = lines.slice(index + 1);
    const end = following.findIndex(
      (next) => next.trim() !== '' && (/^\s*/.exec(next)?.[0].length ?? 0) <= depth,
    );
    const body = [rest, ...following.slice(0, end < 0 ? following.length : end)].join('\n');
    return [{ item, over: over.trim(), body }];
  });
}

/** The named groups that took part in a match. */
export function definedGroups(groups: Record<string, string | undefined>): Slots {
  return Object.fromEntries(
    Object.entries(groups).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
