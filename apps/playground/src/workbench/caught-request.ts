import type { ProviderName } from '@farebox/client';
import { type ChatError, type ChatRequest, isChatError } from '@farebox/core';
import { type Asking, streamOf } from './asking.js';

/** A request as it would leave, or why it would not. */
export type CaughtRequest =
  | { readonly url: string; readonly body: ChatRequest; readonly error?: undefined }
  | { readonly url?: undefined; readonly body?: undefined; readonly error: ChatError };

/** The first request that a form becomes, caught at the client's own `fetch`: it is not sent, and no money is touched. */
export async function caughtRequest(
  asking: Asking,
  provider?: ProviderName,
): Promise<CaughtRequest> {
  let caught: CaughtRequest | undefined;
  const fetch: typeof globalThis.fetch = (input, init) => {
    caught = { url: String(input), body: JSON.parse(String(init?.body)) };
    return Promise.reject(new TypeError('This request is not sent.'));
  };
  try {
    await streamOf(asking, { provider, fetch, retry: false }).answer;
  } catch (error) {
    if (caught === undefined && isChatError(error)) return { error };
    if (caught === undefined) throw error;
  }
  if (caught === undefined) throw new Error('No request was made.');
  return caught;
}
