import zlib from 'node:zlib';

/** What compresses, by the word in `content-encoding`. */
const encoders = {
  gzip: () => zlib.createGzip(),
  br: () => zlib.createBrotliCompress(),
  deflate: () => zlib.createDeflate(),
  zstd: () => zlib.createZstdCompress(),
} as const;

export type Encoding = keyof typeof encoders;

/** Whether this Node.js has it: zstd came with 22.15. */
export function canEncode(encoding: Encoding): boolean {
  return encoding !== 'zstd' || typeof zlib.createZstdCompress === 'function';
}

type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>;

/**
 * The same response compressed, once for each encoding, and flushed after each event, so that each can
 * be read as soon as it is sent. `cut`: without the end of the compressed data.
 */
export function compressed(
  response: Response,
  encodings: readonly Encoding[],
  { cut = false } = {},
): Response {
  if (response.body === null) return response;
  const headers = new Headers(response.headers);
  headers.set('content-encoding', encodings.join(', '));
  let bytes: Bytes = eventsOf(response.body);
  for (const encoding of encodings) bytes = flushed(bytes, encoders[encoding](), cut);
  return new Response(streamOf(bytes), { status: response.status, headers });
}

function streamOf(bytes: Bytes): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await iterator.return?.()),
    },
    { highWaterMark: 0 },
  );
}

/** Each event by itself, with whatever is left of a block. */
async function* eventsOf(body: Bytes): Bytes {
  const decoder = new TextDecoder('latin1');
  for await (const block of body) {
    let from = 0;
    // Latin-1 keeps one character for each byte.
    const text = decoder.decode(block);
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n', from)) {
      yield block.slice(from, end + 2);
      from = end + 2;
    }
    if (from < block.length) yield block.slice(from);
  }
}

async function* flushed(
  source: Bytes,
  encoder: ReturnType<(typeof encoders)[Encoding]>,
  cut: boolean,
): Bytes {
  const written: Buffer[] = [];
  encoder.on('data', (data: Buffer) => written.push(data));
  const taken = () => new Uint8Array(Buffer.concat(written.splice(0)));
  try {
    for await (const bytes of source) {
      encoder.write(bytes);
      await new Promise<void>((resolve) => encoder.flush(() => resolve()));
      yield taken();
    }
    if (cut) return;
    const ended = new Promise((resolve) => encoder.once('end', resolve));
    encoder.end();
    await ended;
    yield taken();
  } finally {
    encoder.destroy();
  }
}
