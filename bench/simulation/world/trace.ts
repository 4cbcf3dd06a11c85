import { createHash } from 'node:crypto';

/** Everything that happened in one run, in order: a line each, with its time. */
export interface Trace {
  note(what: string): void;
  readonly length: number;
  /** The last so many lines. */
  tail(count: number): readonly string[];
  /** Two runs with the same hash are the same run. */
  hash(): string;
}

export function openTrace(now: () => number): Trace {
  const lines: string[] = [];
  return {
    note(what) {
      lines.push(`${now().toFixed(3)} ${what}`);
    },
    get length() {
      return lines.length;
    },
    tail: (count) => lines.slice(-count),
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16),
  };
}
