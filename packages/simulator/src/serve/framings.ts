import { neverReached } from '../faults/socket-replies.js';
import type { SentForm } from '../faults/wire-fault.js';

/** How a reply is laid out on a connection, byte for byte. */
export interface Framing {
  /** Beside those of the response, in this order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Whether a client that cannot accept the headers is given time to leave before the body. */
  readonly waits?: boolean;
  readonly begin?: string;
  /** What each block of the body becomes: writes of their own. Default: itself. */
  readonly frame?: (block: Uint8Array) => Iterable<string | Uint8Array>;
  readonly end?: string;
  /** What comes after the last byte. Default `close`. */
  readonly ending?: 'close' | 'reset';
}

const chunkedHeader = ['transfer-encoding', 'chunked'] as const;
const closing = ['connection', 'close'] as const;
const lastChunk = '0\r\n\r\n';

/** The forms that HTTP of Node.js would not write. */
export const framings: Partial<Readonly<Record<SentForm, Framing>>> = {
  'reset-unframed': { headers: [closing], ending: 'reset' },
  'close-delimited': { headers: [closing] },
  // These two promise a connection that goes on: of one that closes, Node.js has other words for it.
  'short-body': { headers: [['content-length', String(neverReached)]] },
  'cut-in-chunk': { headers: [chunkedHeader], begin: `${neverReached.toString(16)}\r\n` },
  trailers: {
    headers: [chunkedHeader, ['trailer', 'x-checksum'], closing],
    frame: (block) => [chunk(block, ';part=1;note="a; b"')],
    end: '0;last\r\nx-checksum: 0\r\n\r\n',
  },
  'two-lengths': {
    headers: [['content-length', '4096'], ['content-length', '8192'], closing],
    waits: true,
  },
  'length-and-chunked': {
    headers: [['content-length', '4096'], chunkedHeader, closing],
    waits: true,
    frame: (block) => [chunk(block)],
    end: lastChunk,
  },
  'split-bytes': {
    headers: [chunkedHeader, closing],
    frame: (block) => Array.from(block, (byte) => chunk(Uint8Array.of(byte))),
    end: lastChunk,
  },
};

function chunk(block: Uint8Array, extension = ''): Uint8Array {
  return Buffer.concat([
    Buffer.from(`${block.length.toString(16)}${extension}\r\n`),
    block,
    Buffer.from('\r\n'),
  ]);
}
