import type { IncomingMessage } from 'node:http';

const maximumBytes = 32 * 1024 * 1024;

/** The body of a request; `undefined` when it is larger than 32 MiB. */
export async function readBody(
  incoming: IncomingMessage,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
