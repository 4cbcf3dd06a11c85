import { type WireEventBytes, wireEvents } from './wire-events.js';
import { formOf, type WireForm, type WireLine, wireLines } from './wire-lines.js';

/** Lines that belong together: an event, or what stands between two. */
export interface WireGroup {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly WireLine[];
  /** Its number, from 1, where it is an event. */
  readonly number?: number;
  readonly event?: WireEventBytes;
}

/** Which bytes of a reply make what. */
export interface WireMap {
  readonly form: WireForm;
  readonly length: number;
  readonly groups: readonly WireGroup[];
  readonly events: readonly WireEventBytes[];
}

export function wireMap(bytes: Uint8Array, status?: number): WireMap {
  const form = formOf(bytes, status);
  const lines = wireLines(bytes, form);
  const events = form === 'events' ? wireEvents(bytes, lines) : [];
  const groups: WireGroup[] = [];
  const add = (first: number, last: number, own: Omit<WireGroup, 'from' | 'to' | 'lines'>) => {
    const members = lines.slice(first, last + 1);
    const [{ from } = { from: 0 }] = members;
    if (members.length > 0) {
      groups.push({ ...own, from, to: members.at(-1)?.to ?? from, lines: members });
    }
  };
  let next = 0;
  events.forEach((event, index) => {
    add(next, event.firstLine - 1, {});
    add(event.firstLine, event.lastLine, { number: index + 1, event });
    next = event.lastLine + 1;
  });
  add(next, lines.length - 1, {});
  return { form, length: bytes.length, groups, events };
}

/** The group that the byte before `position` is in. */
export function groupAt({ groups }: WireMap, position: number): number {
  let low = 0;
  let high = groups.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.to ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest end of a group after `position`, or before it. */
export function stopFrom({ groups, length }: WireMap, position: number, step: 1 | -1): number {
  if (step === 1) return groups.find(({ to }) => to > position)?.to ?? length;
  return groups.findLast(({ to }) => to < position)?.to ?? 0;
}
