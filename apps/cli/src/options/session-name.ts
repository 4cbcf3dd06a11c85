import { ChatError } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';

/** A check for an option that names a session. */
export function sessionName(option: string): (text: string) => string {
  return (text) => {
    // A name is shown in tables and typed again: one line, nothing that cannot be seen.
    if (text !== '' && text.length <= 100 && oneLine(text) === text) return text;
    throw new ChatError({
      kind: 'configuration',
      message: `${option} is no name of 1 to 100 characters on one line.`,
      fix: `Write it as in ${option} refactor, or leave it out.`,
    });
  };
}
