export { costsNothing } from './pricing/free-price.js';
export { maxCost } from './pricing/max-cost.js';
export { type BoundOptions, boundTokens, type TokenBound } from './usage/bound.js';
export type { Tokenizer } from './usage/capped-counter.js';
export { type ExpectedInput, expectedInput } from './usage/expected-input.js';
