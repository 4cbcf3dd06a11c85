import { isChatError, type PartialCompletion } from '@farebox/core';
import { openStream } from '@farebox/streaming';
import { type ErrorRecord, errorRecord } from './error-record.js';

/** What the library has of a reply after its first bytes. */
export interface PrefixReading {
  /** The message so far. */
  readonly partial: PartialCompletion | undefined;
  /** What it would say if the reply ended there; undefined where it would be complete. */
  readonly error: ErrorRecord | undefined;
}

/** Reads the first bytes of a reply with the stream reader of `@farebox/streaming`, as if they were all. */
export async function readPrefix(
  bytes: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<PrefixReading> {
  const body = new Response(bytes.slice(0, length));
  try {
    const stream = await openStream(body);
    try {
      for await (const _ of stream.text());
    } catch (error) {
      if (!isChatError(error)) throw error;
      return { partial: stream.partial(), error: errorRecord(error) };
    }
    return { partial: stream.partial(), error: undefined };
  } catch (error) {
    if (!isChatError(error)) throw error;
    return { partial: error.partial, error: errorRecord(error) };
  }
}
