import type { HeaderReader } from '@farebox/core';
import { maskKey } from './mask-key.js';
import { invalidRequest, type Refusal } from './refusal.js';

/** The refusal of a key that is not on the list; nothing when any key, or none, will do. */
export function authenticate(
  headers: HeaderReader,
  apiKeys: readonly string[] | undefined,
): Refusal | undefined {
  if (apiKeys === undefined) return undefined;
  const key = bearerKey(headers);
  return key !== undefined && apiKeys.includes(key) ? undefined : wrongKey(headers);
}

/** The 401 for whatever key the request came with. */
export function wrongKey(headers: HeaderReader): Refusal {
  const key = bearerKey(headers);
  const message =
    key === undefined
      ? "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY). You can obtain an API key from https://platform.openai.com/account/api-keys."
      : `Incorrect API key provided: ${maskKey(key)}. You can find your API key at https://platform.openai.com/account/api-keys.`;
  return invalidRequest(message, null, 'invalid_api_key', 401);
}

/** The key of an `Authorization: Bearer` header. */
export function bearerKey(headers: HeaderReader): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
}
