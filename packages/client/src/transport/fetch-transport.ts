import type { Call, Fetch, ProviderProfile } from '@farebox/core';
import type { ReplyLimits } from '@farebox/streaming';
import { type ProfileName, profileOf } from '../profiles.js';
import { attempt } from './attempt.js';
import { checkApiKey, checkBaseUrl } from './endpoint.js';
import { sendFollowing } from './follow-redirect.js';
import { requestHeaders } from './request-headers.js';
import { wireJson } from './wire-body.js';

export interface FetchTransportOptions {
  /** Sent as `Authorization: Bearer …`. Without one no such header is sent (local servers). */
  readonly apiKey?: string | undefined;
  /** Up to and including the version, as the `openai` SDK has it. Default `https://api.openai.com/v1`. */
  readonly baseURL?: string | undefined;
  /** Where simulators, recordings and proxies plug in. Default: the platform's. */
  readonly fetch?: Fetch | undefined;
  /** Further headers, such as `OpenAI-Organization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How large a reply may be. Default: 4 Mi characters an event, 256 MiB a stream, 10 MiB a JSON reply. */
  readonly limits?: ReplyLimits | undefined;
  /** How the provider differs from OpenAI: by name, or in your own words. Default: it does not. */
  readonly profile?: ProfileName | ProviderProfile | undefined;
}

/**
 * The bare transport: one request, one reply, on any runtime that has `fetch`.
 *
 * It neither waits nor retries: stack `retry()` and `clocks()` on it. A redirect is followed
 * once, if it stays on the origin and keeps the request as it is (307, 308).
 *
 * @throws {ChatError} `configuration`, at once, for a key, an address, a header or a profile that cannot work.
 * @example
 * const call = stack(retry(), clocks())(fetchTransport({ apiKey: process.env.OPENAI_API_KEY }));
 * const stream = await call({ model: 'gpt-4o-mini', messages: [user('Hello')] }, {});
 * for await (const text of stream.text()) process.stdout.write(text);
 */
export function fetchTransport(options: FetchTransportOptions = {}): Call {
  const { apiKey, baseURL = 'https://api.openai.com/v1' } = options;
  const base = checkBaseUrl(baseURL);
  if (apiKey !== undefined) checkApiKey(apiKey);
  const send = options.fetch ?? globalThis.fetch;
  const url = `${base.href.replace(/\/+$/, '')}/chat/completions`;
  const profile = profileOf(options.profile);
  const { headers, secrets } = requestHeaders(options.headers ?? {}, apiKey);

  return async (request, context) => {
    const body = wireJson(request, profile);
    const sending = { method: 'POST', headers: { ...headers }, body, redirect: 'manual' } as const;
    return attempt({
      send: (signal) => sendFollowing((to) => send(to, { ...sending, signal }), url, signal),
      request,
      context,
      origin: base.origin,
      secrets,
      limits: options.limits,
      profile,
    });
  };
}
