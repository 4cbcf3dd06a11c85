import { maskKey } from '../refusal/mask-key.js';

/** A request as a client sent it. */
export interface InspectedRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case; keys masked as `sk-ab***xyz`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, or the text where it is none. */
  readonly body: unknown;
}

/** A `fetch`, and every request that went through it, in order. */
export interface Inspector {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: readonly InspectedRequest[];
}

/**
 * Keeps every request that a client sends through a `fetch`, for a test to look at.
 *
 * They hold the prompts, and are never thrown away: make one for each test.
 *
 * @example
 * import { inspect, simulate } from '@farebox/simulator';
 * const { fetch, requests } = inspect(simulate().fetch);
 * await fetch('http://simulator/v1/models');
 * requests[0]?.method // => 'GET'
 */
export function inspect(fetch: typeof globalThis.fetch): Inspector {
  const requests: InspectedRequest[] = [];
  return {
    requests,
    async fetch(input, init) {
      const request = new Request(input instanceof Request ? input.clone() : input, {
        ...init,
        signal: null,
      });
      const text = await request.text();
      const headers = Object.fromEntries(request.headers);
      for (const name of ['authorization', 'api-key', 'x-api-key']) {
        const value = headers[name];
        if (value !== undefined) {
          headers[name] = value.replace(/[^\s]+$/, (key) => maskKey(key));
        }
      }
      requests.push({ method: request.method, url: request.url, headers, body: parsed(text) });
      return fetch(input, init);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
