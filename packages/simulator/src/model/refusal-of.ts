import { harms } from '../corpus/refusals.js';
import { patternsIn } from '../text/patterns-in.js';

/** The template of what is said to a harmful prompt; `undefined` for all others. */
export function refusalOf(prompt: string): string | undefined {
  const harm = harms.find(
    ({ asks, unless }) => asks.some(patternsIn(prompt)) && !unless?.test(prompt),
  );
  return harm?.text;
}
