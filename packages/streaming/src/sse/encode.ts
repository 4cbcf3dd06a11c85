import { type ChatStream, isChatError } from '@farebox/core';

/** One server-sent event with `payload` as JSON: `data: …` and a blank line. */
export function encodeEvent(payload: unknown): string {
  return `data: ${JSON.stringify(payload)}\n\n`;
}

/**
 * A reply as the bytes of an event stream, to hand on to a browser.
 *
 * Pulled, not pushed: a slow reader slows the provider down. A failure after the first byte goes
 * out as an error event, since the status is gone by then; it has the kind and the message, which
 * never has secrets. Cancelling closes the reply.
 *
 * @example
 * return new Response(toEventStream(stream), { headers: { 'content-type': 'text/event-stream' } });
 */
export function toEventStream(stream: ChatStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const chunks = stream[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          controller.enqueue(encoder.encode(done ? 'data: [DONE]\n\n' : encodeEvent(value)));
          if (done) controller.close();
        } catch (error) {
          const { kind, message } = isChatError(error)
            ? error
            : { kind: 'server', message: 'The stream failed.' };
          controller.enqueue(encoder.encode(encodeEvent({ error: { message, type: kind } })));
          controller.close();
        }
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
