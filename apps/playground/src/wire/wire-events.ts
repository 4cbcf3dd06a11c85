import type { WireLine } from './wire-lines.js';

/** The lines that make one event, and what they say. */
export interface WireEventBytes {
  /** Lines by their place in the list; the last is the blank one that sends the event off. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly from: number;
  readonly to: number;
  readonly data: string;
  /** `ignored` is what comes after `[DONE]`. */
  readonly says: 'chunk' | 'usage' | 'error' | 'done' | 'not-json' | 'unfinished' | 'ignored';
}

/** The events of a reply. Comments between them belong to none; one without its blank line is unfinished. */
export function wireEvents(
  bytes: Uint8Array,
  lines: readonly WireLine[],
): readonly WireEventBytes[] {
  const decoder = new TextDecoder();
  const events: WireEventBytes[] = [];
  let own: number[] = [];
  const close = (isWhole: boolean, last: number) => {
    const [firstLine] = own;
    const first = lines[firstLine ?? -1];
    const end = lines[last];
    const data = own.flatMap((index) => dataOf(decoder, bytes, lines[index]));
    // An event without data is never sent off.
    if (firstLine !== undefined && first !== undefined && end !== undefined && data.length > 0) {
      const text = data.join('\n');
      const named = own.some((index) => isError(decoder, bytes, lines[index]));
      const isOver = events.some((event) => event.says === 'done');
      const whole = isOver ? 'ignored' : named ? 'error' : whatSays(text);
      const says = isWhole ? whole : 'unfinished';
      events.push({ firstLine, lastLine: last, from: first.from, to: end.to, data: text, says });
    }
    own = [];
  };
  lines.forEach(({ kind }, index) => {
    if (kind === 'data' || kind === 'field') own.push(index);
    if (kind === 'blank') close(true, index);
  });
  close(false, lines.length - 1);
  return events;
}

function textOf(decoder: TextDecoder, bytes: Uint8Array, { from, to }: WireLine): string {
  return decoder.decode(bytes.subarray(from, to)).replace(/[\r\n]+$/, '');
}

function dataOf(decoder: TextDecoder, bytes: Uint8Array, line: WireLine | undefined): string[] {
  if (line?.kind !== 'data') return [];
  return [textOf(decoder, bytes, line).replace(/^\uFEFF?data:? ?/, '')];
}

function isError(decoder: TextDecoder, bytes: Uint8Array, line: WireLine | undefined): boolean {
  return line?.kind === 'field' && /^event: ?error$/.test(textOf(decoder, bytes, line));
}

function whatSays(data: string): WireEventBytes['says'] {
  if (data.trim() === '[DONE]') return 'done';
  try {
    const value = JSON.parse(data);
    if (typeof value !== 'object' || value === null) return 'not-json';
    if (value.error) return 'error';
    return value.usage && (value.choices ?? []).length === 0 ? 'usage' : 'chunk';
  } catch {
    return 'not-json';
  }
}
