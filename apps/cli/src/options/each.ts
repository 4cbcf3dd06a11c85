import { notEmpty } from './not-empty.js';

/** Collects the values of an option that may be given several times, none of them empty. */
export function each(
  option: string,
  example: string,
): (text: string, before?: readonly string[]) => readonly string[] {
  const check = notEmpty(option, example);
  return (text, before = []) => [...before, check(text)];
}
