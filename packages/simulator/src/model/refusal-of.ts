import { harms } from '../corpus/refusals.js';

/** The template of what is said to a harmful prompt; `undefined` for all others. */
export function refusalOf(prompt: string): string | undefined {
  const harm = harms.find(
    ({ asks, unless }) => asks.some((pattern) => pattern.test(prompt)) && !unless?.test(prompt),
  );
  return harm?.text;
}
