import { eachKept } from './gist.js';

/** Shorter runs are words that everyone uses; a run as long as this can be a name or a password. */
const shortest = 12;

/**
 * The text without what it repeats of the sources: every run of 12 or more characters that one of them
 * has too is replaced by `mark`.
 *
 * Blanks, quotation marks, A or a, and escapes (JSON, URLs, HTML) make no difference. Takes time
 * linear in the text and the sources, which may be megabytes.
 *
 * @example
 * withoutEchoes('Blocked: "my name is Ann Lee".', ['Hi, my name is Ann Lee!'], '[prompt]');
 * // => 'Blocked: "[prompt]".'
 */
export function withoutEchoes(text: string, sources: Iterable<string>, mark: string): string {
  const starts: number[] = [];
  const ends: number[] = [];
  const units: string[] = [];
  eachKept(text, (unit, start, end) => {
    units.push(String.fromCharCode(unit));
    starts.push(start);
    ends.push(end);
  });
  const kept = units.join('');
  if (kept.length < shortest) return text;
  const found = sharedRuns(kept, sources);
  if (found.size === 0) return text;
  let result = '';
  let from = 0;
  for (let at = 0; at + shortest <= kept.length; at++) {
    if (!found.has(kept.slice(at, at + shortest))) continue;
    let end = at + shortest;
    for (let next = at + 1; next <= end && next + shortest <= kept.length; next++) {
      if (found.has(kept.slice(next, next + shortest))) end = next + shortest;
    }
    result += text.slice(from, starts[at]) + mark;
    from = ends[end - 1] as number;
    at = end - 1;
  }
  return result + text.slice(from);
}

/** The runs of exactly the shortest length that the text, already without what passes, shares with a source. */
function sharedRuns(text: string, sources: Iterable<string>): ReadonlySet<string> {
  const wanted = new Set<string>();
  const found = new Set<string>();
  // Told by a hash first: a string for every place of a long prompt would take half a second a megabyte.
  const hashes = new Uint8Array(1 << 16);
  const add = runs((hash, run) => {
    hashes[hash] = 1;
    wanted.add(run());
  });
  for (let at = 0; at < text.length; at++) add(text.charCodeAt(at));
  for (const source of sources) {
    if (source.length < shortest) continue;
    const look = runs((hash, run) => {
      if (hashes[hash] === 0 || found.size === wanted.size) return;
      const text = run();
      if (wanted.has(text)) found.add(text);
    });
    eachKept(source, look);
  }
  return found;
}

/** Takes units one by one; each run of the shortest length is told with a hash of 16 bits, which rolls along. */
function runs(each: (hash: number, run: () => string) => void): (unit: number) => void {
  const base = 0x01000193;
  let oldest = 1;
  for (let power = 0; power < shortest; power++) oldest = Math.imul(oldest, base);
  const last = new Uint16Array(shortest);
  let count = 0;
  let hash = 0;
  const run = () => {
    let text = '';
    for (let at = 0; at < shortest; at++) {
      text += String.fromCharCode(last[(count + at) % shortest] ?? 0);
    }
    return text;
  };
  return (unit) => {
    const place = count % shortest;
    hash = (Math.imul(hash, base) + unit - Math.imul(oldest, last[place] ?? 0)) | 0;
    last[place] = unit;
    count++;
    if (count >= shortest) each((hash >>> 13) & 0xffff, run);
  };
}
