import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';
import { keysInText } from './key-formats.js';

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
 * Warns of a key in a question, which goes to the provider with the rest of it.
 *
 * @throws {ChatError} `configuration` where the key is all there is: nobody asks that.
 */
export async function checkQuestion(words: readonly string[], io: Io): Promise<void> {
  const text = words.join(' ').trim();
  if (keysInText(text, []).length === 0) return;
  const error = keyOnCommandLine();
  if (!/\s/.test(text)) throw error;
  await io.stderr.write(
    `farebox: warning: ${error.message} A question goes to the provider with all that is in it.\n`,
  );
}
