import { ChatError } from '@farebox/core';

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
