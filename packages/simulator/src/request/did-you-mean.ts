import { oneOf } from './describe-value.js';

/**
 * OpenAI's question after an unknown parameter, with those it may have meant; empty where it asks none.
 *
 * A parameter that the request has is not meant. Meant is what one letter more, less or other
 * makes: that much of OpenAI's rule is known from its replies.
 *
 * @example
 * didYouMean('stor', ['stop', 'store', 'stream'], []) // => " Did you mean 'stop' or 'store'?"
 */
export function didYouMean(
  unknown: string,
  known: readonly string[],
  given: readonly string[],
): string {
  const meant = known.filter((name) => !given.includes(name) && isOneLetterOff(unknown, name));
  return meant.length === 0 ? '' : ` Did you mean ${oneOf(meant.toSorted(), 'or')}?`;
}

function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  return [
    [start + 1, start + 1],
    [start + 1, start],
    [start, start + 1],
  ].some(([skip, otherSkip]) => one.slice(skip) === other.slice(otherSkip));
}
