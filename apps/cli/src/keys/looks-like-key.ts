import { redact } from '@farebox/core/errors';

/** Whether a word of a command line, where no secret belongs, is a key by the look of it. */
export function looksLikeKey(word: string): boolean {
  // An address with a password has its own refusal, which says more.
  return !word.includes('://') && !/\s/.test(word) && redact(word) !== word;
}
