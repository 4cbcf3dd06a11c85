import type { HeaderReader } from '@farebox/core';
import type { BillingLine } from '../books/books.js';
import { digest } from './digest.js';
import type { Claim, KeptReplies, KeptReply } from './kept-replies.js';
import { keyTooLong } from './refusals.js';

const maximumCharacters = 255;

/**
 * What the `Idempotency-Key` of a call leads to; nothing without one.
 *
 * Keys are kept apart by API key, of which only the digest of both is held.
 * @throws {Refusal} 400 for a key that is too long or came with another body, 409 while it is in use.
 */
export async function claimReply(
  kept: KeptReplies,
  { headers, text, line }: { headers: HeaderReader; text: string; line: BillingLine },
): Promise<KeptReply | Claim | undefined> {
  const key = headers.get('idempotency-key');
  if (key === null || key === '') return undefined;
  if (key.length > maximumCharacters) throw keyTooLong(key.length);
  const account = headers.get('authorization') ?? headers.get('api-key') ?? '';
  return kept.claim(await digest(account, key), await digest(text), line);
}
