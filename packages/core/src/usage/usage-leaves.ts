/**
 * Every kind of token that a call can be charged for, each token in exactly one.
 *
 * The names are the same everywhere: in usage, in rates and on the lines of an invoice. Input is
 * modality × cache state, where `cacheWrite` is written for the provider's usual time and
 * `cacheWrite1h` for an hour. A predicted token that was accepted is `output.text`.
 */
export const usageLeaves = [
  'input.text.fresh',
  'input.text.cached',
  'input.text.cacheWrite',
  'input.text.cacheWrite1h',
  'input.image.fresh',
  'input.image.cached',
  'input.image.cacheWrite',
  'input.audio.fresh',
  'input.audio.cached',
  'input.audio.cacheWrite',
  'output.text',
  'output.reasoning',
  'output.rejectedPrediction',
  'output.audio',
  'output.image',
] as const;

/** The name of a kind of token, such as `input.text.cached`. */
export type UsageLeaf = (typeof usageLeaves)[number];

/** Tokens by kind. The kinds never overlap, so that each token is charged once; one left out is 0. */
export type Usage = { readonly [Leaf in UsageLeaf]?: number };

/**
 * The tokens of the prompt: what context thresholds are compared with.
 *
 * @example
 * inputTokens({ 'input.text.fresh': 40, 'input.audio.fresh': 2, 'output.text': 7 }); // => 42
 */
export function inputTokens(usage: Usage): number {
  return usageLeaves.reduce(
    (sum, leaf) => (leaf.startsWith('input.') ? sum + (usage[leaf] ?? 0) : sum),
    0,
  );
}
