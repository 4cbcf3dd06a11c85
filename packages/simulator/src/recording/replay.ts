import type { Clock } from '@farebox/core';
import { orAbort, sleep } from '../clock/abortable.js';
import { systemClock } from '../clock/system-clock.js';
import { bytesOf } from './chunk-bytes.js';
import type { Exchange, RecordedRequest, RecordedResponse, Recording } from './recording.js';
import { redacted, secretsOf } from './redaction.js';
import { difference } from './same-request.js';

export interface ReplayOptions {
  /** `recorded` waits between chunks as the provider did. Default `none`: as fast as it is read. */
  readonly timing?: 'recorded' | 'none';
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** The same as when it was recorded, so that requests are compared alike. */
  readonly redact?: (text: string) => string;
}

/**
 * Answers from a recording, byte for byte and chunk for chunk, as a `fetch`.
 *
 * A request is matched by method, path and JSON body, whatever the host, the key and the order of its
 * fields. Equal requests get their replies in order, the last one again and again. A request that was
 * not recorded gets a 404 `not_recorded` that names its first difference from the next one that was.
 * @throws {TypeError} when the recording is of another version.
 * @example
 * import { record, replay, simulate } from '@farebox/simulator';
 * const recorder = record(simulate().fetch);
 * await (await recorder.fetch('http://provider/v1/models')).text();
 * const reply = await replay(recorder.recording)('http://anywhere/v1/models');
 * reply.status // => 200
 */
export function replay(recording: Recording, options: ReplayOptions = {}): typeof globalThis.fetch {
  if (recording.version !== 1) {
    throw new TypeError(`The recording's version is ${recording.version}; record it again.`);
  }
  const { timing = 'none', clock = systemClock, redact = (text: string) => text } = options;
  const answered = new Set<Exchange>();

  return async (input, init) => {
    const signal = (init?.signal !== undefined ? init.signal : signalOf(input)) ?? undefined;
    const asked = await askedOf(new Request(input, { ...init, signal: null }), redact);
    signal?.throwIfAborted();
    const same = recording.exchanges.filter(
      ({ request }) => difference(request, asked) === undefined,
    );
    const exchange = same.find((candidate) => !answered.has(candidate)) ?? same.at(-1);
    if (exchange === undefined) {
      return notRecorded(
        recording.exchanges.find((each) => !answered.has(each)),
        asked,
      );
    }
    answered.add(exchange);
    const { response } = exchange;
    if (response === 'failed') throw new TypeError('fetch failed');
    if (response === 'open') return orAbort(new Promise<never>(() => {}), signal);
    const startedMs = clock.monotonicMs();
    const until = async (atMs: number) => {
      const waitMs = atMs - (clock.monotonicMs() - startedMs);
      if (timing === 'recorded' && waitMs > 0) await sleep(clock, waitMs, signal);
    };
    await until(response.headersAtMs);
    const { status, headers } = response;
    return new Response(bodyOf(response, until, signal), { status, headers });
  };
}

async function askedOf(
  request: Request,
  redact: (text: string) => string,
): Promise<RecordedRequest> {
  const url = new URL(request.url);
  const asked = {
    method: request.method,
    path: url.pathname + url.search,
    body: await request.text(),
  };
  const secrets = secretsOf(request.headers, url);
  return redacted({ request: asked, response: 'open' }, secrets, redact).request;
}

/** A status that may not have a body must be given none. */
const bodiless = new Set([204, 205, 304]);

function bodyOf(
  { status, chunks, ended }: RecordedResponse,
  until: (atMs: number) => Promise<void>,
  signal: AbortSignal | undefined,
) {
  if (bodiless.has(status)) return null;
  let next = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        signal?.throwIfAborted();
        const chunk = chunks[next];
        next += 1;
        if (chunk !== undefined) {
          await until(chunk.atMs);
          controller.enqueue(bytesOf(chunk));
        } else if (ended === 'closed') {
          controller.close();
        } else if (ended === 'broken') {
          controller.error(new TypeError('terminated'));
        } else {
          // Nobody ever saw its end: only the reader can end it again.
          await orAbort(new Promise(() => {}), signal);
        }
      },
    },
    { highWaterMark: 0 },
  );
}

/** @param next what the recording expects next, if anything is left in it */
function notRecorded(next: Exchange | undefined, asked: RecordedRequest): Response {
  const { method, path } = asked;
  const place = next === undefined ? undefined : difference(next.request, asked);
  const hint =
    place === undefined ? 'All of it was answered.' : `The next one in it differs in '${place}'.`;
  const error = {
    message: `The recording has no ${method} ${path} like this one. ${hint} Record it again, or send what was recorded.`,
    type: 'invalid_request_error',
    param: place ?? null,
    code: 'not_recorded',
  };
  return Response.json({ error }, { status: 404 });
}

function signalOf(input: RequestInfo | URL): AbortSignal | undefined {
  return input instanceof Request ? input.signal : undefined;
}
