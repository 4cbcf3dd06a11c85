import { ChatError } from '@farebox/core';

/** A check for an option whose text must not be empty, as an unset variable in a script would make it. */
export function notEmpty(option: string, example: string): (text: string) => string {
  return (text) => {
    if (text.trim() !== '') return text;
    throw new ChatError({
      kind: 'configuration',
      message: `${option} is empty.`,
      fix: `Write it as in ${option} ${example}, or leave it out.`,
    });
  };
}
