import type { WireMap } from './wire-map.js';

/** With more cuts than this in one event, only those inside a character are worth a mark. */
const mostCuts = 40;

/** The places in `cuts` that fall inside each group; both are in order. */
export function cutsByGroup(
  bytes: Uint8Array,
  { groups }: Pick<WireMap, 'groups'>,
  cuts: readonly number[],
): readonly (readonly number[])[] {
  let next = 0;
  return groups.map(({ from, to }) => {
    const own: number[] = [];
    for (; (cuts[next] ?? Number.POSITIVE_INFINITY) <= to; next++) {
      const cut = cuts[next] ?? 0;
      if (cut > from && cut < to) own.push(cut);
    }
    return own.length > mostCuts ? own.filter((cut) => isInCharacter(bytes[cut])) : own;
  });
}

/** Whether a character of UTF-8 goes on with this byte. */
function isInCharacter(byte = 0): boolean {
  return (byte & 0xc0) === 0x80;
}
