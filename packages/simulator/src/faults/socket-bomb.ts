const blockBytes = 64 * 1024;
const zero = 0x30;

/** How a reply begins that goes on with zeros for ever: as one event, or as one JSON text. */
export function bombPrefix(contentType: string | null): string {
  return contentType?.startsWith('text/event-stream') ? 'data: {"padding":"' : '{"padding":"';
}

/** What a bomb unpacks to: it is made as it is read, until the reader leaves. The reply is not sent. */
export function unpackedBomb(response: Response): ReadableStream<Uint8Array<ArrayBuffer>> {
  const block = new Uint8Array(blockBytes).fill(zero);
  const reader = response.body?.getReader();
  let begun = false;
  let left = false;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        reader?.closed.catch((error) => {
          left = true;
          controller.error(error);
        });
      },
      async pull(controller) {
        // A client that has left just now is heard of first.
        await undefined;
        if (left) return;
        const prefix = bombPrefix(response.headers.get('content-type'));
        controller.enqueue(begun ? block.slice() : new TextEncoder().encode(prefix));
        begun = true;
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
