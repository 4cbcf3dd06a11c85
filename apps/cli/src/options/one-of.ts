import { ChatError } from '@farebox/core';

/** A check that knows all that passes it; the completions offer that. */
export interface WordCheck<Word extends string = string> {
  (text: string): Word;
  readonly words: readonly Word[];
}

/** A check for an option that takes one of a few words. */
export function oneOf<Word extends string>(
  option: string,
  words: readonly [Word, ...Word[]],
): WordCheck<Word> {
  const check = (text: string) => {
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    // The value itself is never in the message: a key pasted into the wrong option must not show up.
    throw new ChatError({
      kind: 'configuration',
      message: `${option} is none of ${words.join(', ')}.`,
      fix: `Write it as in ${option} ${words[0]}.`,
    });
  };
  return Object.assign(check, { words });
}
