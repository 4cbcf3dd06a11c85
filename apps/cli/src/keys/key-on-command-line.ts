import { ChatError } from '@farebox/core';
import { looksLikeKey } from './looks-like-key.js';

/** Said of a key among the arguments, wherever it stands. */
export function keyOnCommandLine(): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'key-on-command-line',
    message:
      'There is a key on the command line, where every process of this machine can read it and the shell keeps it in its history.',
    fix: 'Make a new key at the provider, because that one has been seen; then run farebox keys set, which asks for it, or pipe it in.',
  });
}

/**
 * What to say of a key in a prompt, which goes to the provider with the rest of it; undefined where there is none.
 *
 * @throws {ChatError} `configuration` where the key is all there is: nobody asks that.
 */
export function keyInPrompt(words: readonly string[]): string | undefined {
  const all = words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  if (!all.some(looksLikeKey)) return undefined;
  const error = keyOnCommandLine();
  if (all.length === 1) throw error;
  return `farebox: warning: ${error.message} It is sent as a part of the prompt.`;
}
