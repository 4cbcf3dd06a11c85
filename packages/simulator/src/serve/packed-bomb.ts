import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { bombPrefix } from '../faults/socket-bomb.js';

const blockBytes = 1024 * 1024;

/**
 * The bomb as gzip: about a kilobyte for each mebibyte, without an end.
 *
 * It is one block that was compressed once, over and over, so that it costs its sender neither memory
 * nor work.
 */
export function packedBomb(response: Response): Response {
  // A full flush ends on a whole byte and looks back at nothing, so that blocks can be repeated.
  const options = { finishFlush: constants.Z_FULL_FLUSH };
  const begin = gzipSync(bombPrefix(response.headers.get('content-type')), options);
  const block = deflateRawSync(Buffer.alloc(blockBytes, '0'), options);
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  let begun = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(new Uint8Array(begun ? block : begin));
        begun = true;
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: response.status, headers });
}
