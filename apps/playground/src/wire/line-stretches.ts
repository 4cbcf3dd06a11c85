import type { WireLine } from './wire-lines.js';

/** A part of a line that is shown in one way. */
export interface LineStretch {
  readonly from: number;
  readonly to: number;
  /** It is what is new in its event: the rest of a chunk is the same every time. */
  readonly isNew: boolean;
  /** It lies behind the position. */
  readonly isAhead: boolean;
}

/** A line cut where what is new in it begins and ends, and at the position. */
export function lineStretches(
  bytes: Uint8Array,
  { from, to, kind }: WireLine,
  position = Number.POSITIVE_INFINITY,
): readonly LineStretch[] {
  const fresh = kind === 'data' ? deltaIn(bytes.subarray(from, to)) : undefined;
  const [newFrom, newTo] = fresh === undefined ? [to, to] : [from + fresh[0], from + fresh[1]];
  const places = [newFrom, newTo, position].filter((place) => place > from && place < to);
  const ends = [...new Set([...places, to])].sort((a, b) => a - b);
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? from;
    return {
      from: start,
      to: end,
      isNew: start >= newFrom && start < newTo,
      isAhead: start >= position,
    };
  });
}

const mark = [...new TextEncoder().encode('"delta":')];
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [34, 92, 123, 125];

/** Where the first `delta` of a chunk is, in bytes: from its brace to after the other one. */
function deltaIn(line: Uint8Array): readonly [from: number, to: number] | undefined {
  const at = indexOf(line, mark);
  const from = at + mark.length;
  if (at === -1 || line[from] !== OPEN) return undefined;
  let depth = 0;
  let isText = false;
  for (let place = from; place < line.length; place++) {
    const byte = line[place];
    if (isText) {
      if (byte === BACKSLASH) place++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return [from, place + 1];
  }
  return undefined;
}

function indexOf(line: Uint8Array, wanted: readonly number[]): number {
  for (
    let at = line.indexOf(wanted[0] ?? 0);
    at !== -1;
    at = line.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, index) => line[at + index] === byte)) return at;
  }
  return -1;
}
