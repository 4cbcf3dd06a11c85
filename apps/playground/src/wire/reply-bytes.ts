import { fromBase64 } from './base64.js';
import type { ReplyRecord } from './run-record.js';

/** The bytes of a reply that are kept, and where each read of the network ended. */
export interface ReplyBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The ends of the reads, in bytes, with the time of each. */
  readonly cuts: readonly { readonly at: number; readonly atMs: number }[];
}

export function replyBytes({ reads }: Pick<ReplyRecord, 'reads'>): ReplyBytes {
  const parts = reads.map(({ base64 }) => fromBase64(base64));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  const cuts = parts.map((part, index) => {
    bytes.set(part, at);
    at += part.length;
    return { at, atMs: reads[index]?.atMs ?? 0 };
  });
  return { bytes, cuts };
}
