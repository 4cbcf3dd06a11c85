/** One line of a reply, as it stood on the wire: `to` is after its line end. */
export interface WireLine {
  readonly from: number;
  readonly to: number;
  readonly kind: 'data' | 'comment' | 'field' | 'blank' | 'text';
}

const LF = 10;
const CR = 13;

/**
 * Cuts a reply into lines by the rules of server-sent events: LF, CR LF or CR ends one.
 *
 * What has more lines than `most` has the rest in its last one.
 */
export function wireLines(bytes: Uint8Array, form: WireForm, most = 4_000): readonly WireLine[] {
  const lines: WireLine[] = [];
  let from = 0;
  while (from < bytes.length) {
    const to = lines.length === most - 1 ? bytes.length : endOfLine(bytes, from);
    lines.push({ from, to, kind: form === 'events' ? kindOf(bytes, from) : 'text' });
    from = to;
  }
  return lines;
}

/** What a reply is, by its first bytes and not by its content type: so does the library. */
export type WireForm = 'events' | 'json' | 'html' | 'other';

export function formOf(bytes: Uint8Array, status = 200): WireForm {
  const start = new TextDecoder().decode(bytes.subarray(0, 1_000)).trimStart();
  if (start.startsWith('<')) return 'html';
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  return status >= 400 ? 'other' : 'events';
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  if (at >= bytes.length) return bytes.length;
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
}

const byteOrderMark = [0xef, 0xbb, 0xbf];
const colon = 58;

function kindOf(bytes: Uint8Array, from: number): WireLine['kind'] {
  const start = from === 0 && byteOrderMark.every((byte, at) => bytes[at] === byte) ? 3 : from;
  const first = bytes[start];
  if (first === LF || first === CR) return 'blank';
  if (first === colon) return 'comment';
  const name = String.fromCharCode(...bytes.subarray(start, start + 5));
  return /^data([:\r\n]|$)/.test(name) ? 'data' : 'field';
}
