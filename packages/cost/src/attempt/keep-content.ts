import { ChatError, type ChatRequest } from '@farebox/core';
import type { StoredContent } from '../stored-content.js';
import { limitedCopy } from './limited-copy.js';
import type { ReceivedReply } from './received.js';

/** Of the request, and of the answer: 256 Ki characters. */
const mostCharacters = 262_144;

/** What is kept of an attempt, once its answer is there or has failed. */
export type KeepContent = (reply: ReceivedReply) => {
  readonly content?: StoredContent | undefined;
};

/** @throws {ChatError} `configuration` for what says neither: a text like 'false' must not have prompts stored. */
export function checkStoreContent(storeContent: unknown): void {
  const isList =
    Array.isArray(storeContent) && storeContent.every((secret) => typeof secret === 'string');
  if (storeContent === undefined || typeof storeContent === 'boolean' || isList) return;
  throw new ChatError({
    kind: 'configuration',
    message: 'storeContent is neither true nor false, and no list of secrets.',
    fix: 'Leave it out, and nothing of a prompt or an answer is stored.',
  });
}

/**
 * Copies what is asked, before it leaves, to be stored with what is answered; nothing where that was not asked for.
 *
 * @param storeContent the secrets that must not be in it, beside whatever looks like a key.
 */
export function keepContent(
  storeContent: boolean | readonly string[] | undefined,
  request: ChatRequest,
): KeepContent {
  if (storeContent === undefined || storeContent === false) return () => ({});
  const secrets = storeContent === true ? [] : storeContent;
  const asked = limitedCopy(request, mostCharacters, secrets);
  return ({ choices = [] }) => {
    const answered = limitedCopy(choices, mostCharacters, secrets);
    return {
      content: {
        request: asked.value as StoredContent['request'],
        choices: answered.value as StoredContent['choices'],
        truncated: asked.truncated || answered.truncated,
      },
    };
  };
}
