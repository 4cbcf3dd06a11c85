import { PlainHeaders } from './plain-headers.js';

/**
 * A success of the simulator's, without the platform's `Response`: Node.js takes 25 ms to load that class
 * and all that comes with it.
 */
export interface PlainReply {
  readonly status: number;
  readonly ok: true;
  readonly headers: PlainHeaders;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** A reply on its way out. */
export type SimulatedReply = Response | PlainReply;

/** The reply as `fetch` gives it. */
export function asResponse(reply: SimulatedReply): Response {
  if (!isPlain(reply)) return reply;
  const { status, headers, body } = reply;
  return new Response(body, { status, headers: [...headers] });
}

/** Told without a look at `Response`, which would load it. */
function isPlain(reply: SimulatedReply): reply is PlainReply {
  return reply.headers instanceof PlainHeaders;
}
