import type { Call } from '@farebox/core';
import type OpenAI from 'openai';
import { attempt } from '../transport/attempt.js';
import { wireBody } from '../transport/wire-body.js';

/** What the private fetch leaves behind for the attempt that it belongs to. */
interface Capture {
  readonly signal: AbortSignal;
  response?: Response;
  thrown?: unknown;
}

/** Longer than any clock of ours: the SDK's own timer must not run out first. */
const neverMs = 2_147_483_647;
const captureKey = Symbol('farebox.capture');

/**
 * The official SDK as transport: its authentication, headers and URLs, and nothing else of it.
 *
 * Works with `OpenAI`, `AzureOpenAI` and whatever extends them. Retries, error handling and stream
 * decoding of the SDK are not used: it buffers error bodies without limit, hangs on one that
 * stalls, and ends a cut stream as if it were whole. Redirects are not followed.
 *
 * @example
 * const call = stack(retry(), clocks())(fromOpenAI(new AzureOpenAI({ … })));
 */
export function fromOpenAI(client: OpenAI): Call {
  const outer = (client as unknown as { fetch: typeof fetch }).fetch;
  const sdk = client.withOptions({ maxRetries: 0, timeout: neverMs, fetch: capturing(outer) });
  const { origin } = new URL(client.baseURL);

  return (request, context) =>
    attempt({
      send: async (signal) => {
        const capture: Capture = { signal };
        const body = wireBody(request) as OpenAI.ChatCompletionCreateParams;
        const options = { fetchOptions: { [captureKey]: capture } as object };
        const settled = await sdk.chat.completions
          .create(body, options)
          .asResponse()
          .then(
            () => undefined,
            (thrown: unknown) => ({ thrown }),
          );
        if (capture.response !== undefined) return capture.response;
        throw capture.thrown ?? settled?.thrown;
      },
      request,
      context,
      origin,
      secrets: typeof client.apiKey === 'string' && client.apiKey !== '' ? [client.apiKey] : [],
    });
}

/**
 * A fetch that keeps the raw reply for the attempt and shows the SDK an empty success, so that the
 * SDK has nothing to read, to retry or to follow.
 */
function capturing(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (url, init) => {
    const { [captureKey]: capture, ...rest } = init as RequestInit & { [captureKey]?: Capture };
    if (capture === undefined) return fetch(url, rest);
    try {
      capture.response = await fetch(url, { ...rest, signal: capture.signal, redirect: 'manual' });
    } catch (thrown) {
      capture.thrown = thrown;
      throw thrown;
    }
    return new Response(null);
  };
}
