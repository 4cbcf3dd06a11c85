import { ChatError } from '@farebox/core';

/** What Ctrl-C ends before anything was sent. @param what was going on, as in `standard input was read`. */
export function interruption(what: string): ChatError {
  return new ChatError({
    kind: 'aborted',
    code: 'not-sent',
    message: `Interrupted while ${what}; nothing was sent.`,
  });
}
