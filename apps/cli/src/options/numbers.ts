import { ChatError, isChatError, parseUsd } from '@farebox/core';

/** A check for an option that takes a number from `least` to `most`. */
export function numberIn(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw wrong(
      option,
      `is not a number from ${least} to ${most}`,
      `Write it as in ${option} ${exampleIn(least, most)}.`,
    );
  };
}

/** A check for an option that takes a whole number from `least` to `most`. */
export function wholeNumberIn(
  option: string,
  least: number,
  most: number,
): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw wrong(
      option,
      `is not a whole number from ${least} to ${most}`,
      `Write it as in ${option} ${Math.max(least, 2)}.`,
    );
  };
}

/** A check for an option that takes US dollars; the text is kept, because floats cannot hold money. */
export function amountOfUsd(option: string): (text: string) => string {
  return (text) => {
    try {
      parseUsd(text);
      return text;
    } catch (error) {
      if (!isChatError(error)) throw error;
      throw wrong(
        option,
        `is wrong: ${error.message.replace(/^T/, 't').replace(/\.$/, '')}`,
        `Write it as in ${option} 0.05.`,
      );
    }
  };
}

function exampleIn(least: number, most: number): number {
  return least < 1 && most > 10 ? 30 : Math.min(most, 0.7);
}

/** The value itself is never in the message: a key pasted into the wrong option must not show up. */
function wrong(option: string, what: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message: `${option} ${what}.`, fix });
}
