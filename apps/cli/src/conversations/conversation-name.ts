import { ChatError } from '@farebox/core';

/** A name becomes that of a file, on every platform. */
const allowed = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/** A check for what names a conversation. */
export function conversationName(what: string): (text: string) => string {
  return (text) => {
    if (allowed.test(text)) return text;
    throw new ChatError({
      kind: 'configuration',
      message: `${what} is no name of 1 to 64 letters, digits, - and _.`,
      fix: `Write it as in ${what} refactor.`,
    });
  };
}
