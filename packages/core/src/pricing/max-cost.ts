import { ChatError } from '../errors/chat-error.js';
import type { Picodollars } from '../money/money.js';
import type { TokenBound } from '../usage/bound.js';
import { type UsageLeaf, usageLeaves } from '../usage/usage-leaves.js';
import type { Band, DatedPrice } from './catalogue.js';
import { costsNothing } from './free-price.js';
import { rateOf } from './rate-of.js';

/**
 * The most that a request within this bound can cost: what to reserve before it leaves.
 *
 * Every token is priced at the dearest rate of what it can be, because nobody knows beforehand what is
 * cached, written to a cache or reasoning, and at the dearest band that a prompt of that size or a
 * smaller one can be in.
 *
 * What costs nothing in any amount needs no bound.
 *
 * @throws {ChatError} `configuration` when the bound has unbounded parts, or the price no rate for
 * what can be used; the message names them.
 * @example
 * const bound = boundTokens({ model, messages: [user('Hi!')], max_completion_tokens: 100 });
 * const price = findPrice(openaiPrices, { model, at: Date.UTC(2026, 10, 24) });
 * if (price.kind === 'price') formatUsd(maxCost(bound, price)); // => '0.00007305'
 */
export function maxCost(
  bound: TokenBound,
  price: Pick<DatedPrice, 'bands' | 'perRequest'>,
): Picodollars {
  if (costsNothing(price)) return 0n;
  if (bound.unbounded.length > 0) throw noCeiling(bound.unbounded.join(', '));
  const { inputTokens, inputImageTokens, inputAudioTokens, outputTokens, outputAudioTokens } =
    bound;
  const bands = price.bands.filter(
    ({ above = -1, atLeast = 0 }) => inputTokens > above && inputTokens >= atLeast,
  );
  const cost = (tokens: number, ...kinds: Kind[]) =>
    tokens <= 0 ? 0n : BigInt(tokens) * dearest(bands, kinds);
  return (
    cost(inputTokens - inputImageTokens - inputAudioTokens, 'input.text') +
    cost(inputImageTokens, 'input.text', 'input.image') +
    cost(inputAudioTokens, 'input.text', 'input.audio') +
    cost(outputTokens - outputAudioTokens, 'output') +
    cost(outputAudioTokens, 'output', 'output.audio') +
    (price.perRequest ?? 0n)
  );
}

type Kind = 'input.text' | 'input.image' | 'input.audio' | 'output' | 'output.audio';

/** The kind that each has to have a rate for, lest something used be priced at nothing. */
const plain: Readonly<Record<Kind, UsageLeaf>> = {
  'input.text': 'input.text.fresh',
  'input.image': 'input.image.fresh',
  'input.audio': 'input.audio.fresh',
  output: 'output.text',
  'output.audio': 'output.audio',
};

/** The highest rate of these kinds in any of these bands. */
function dearest(bands: readonly Band[], kinds: readonly Kind[]): Picodollars {
  let highest = 0n;
  for (const { rates } of bands) {
    for (const kind of kinds) {
      if (rateOf(rates, plain[kind]) === undefined) {
        throw noCeiling(`the price has no rate for ${plain[kind]}`);
      }
      for (const leaf of usageLeaves) {
        if (!leaf.startsWith(kind) || (kind === 'output' && leaf === 'output.audio')) continue;
        const rate = rateOf(rates, leaf) ?? 0n;
        if (rate > highest) highest = rate;
      }
    }
  }
  return highest;
}

function noCeiling(why: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'unbounded',
    message: `The request has no cost ceiling: ${why}.`,
    fix: 'Set max_completion_tokens and leave out what has no bound, or send it without a budget.',
  });
}
