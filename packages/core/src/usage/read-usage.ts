import type { CompletionUsage } from '../wire/completion.js';
import { type Details, readDetails } from './read-details.js';
import { optionalCount, requiredCount, wrongUsage } from './token-count.js';
import type { Usage, UsageLeaf } from './usage-leaves.js';

/**
 * Splits reported usage into leaves, so that each token is charged once.
 *
 * The wire's details overlap: text, images and sound make up the prompt, and cached and written
 * tokens cut across them, without saying which they were. The rule is text first, then images, then
 * sound. Of 1,000 tokens, 900 of text and 100 of sound, 600 cached and 300 written, that takes all the
 * text, and the 100 that are left are fresh sound. (Where another share would cost otherwise, the
 * invoice says `assumed`.) Tokens that no detail names are text.
 *
 * Reasoning, sound and rejected predictions are inside `completion_tokens`; accepted ones are text.
 * xAI counts reasoning beside it ("separately from completion_tokens, but in the total_tokens",
 * docs.x.ai): it is read so where the total says that, and only that, adds up.
 *
 * Usage that does not add up is refused, never repaired: charge an estimate and mark it so.
 *
 * @throws {ChatError} `protocol` for a count that is no whole number, or parts larger than their
 * whole; the message has the fields and both numbers.
 * @example
 * readUsage({
 *   prompt_tokens: 1000,
 *   completion_tokens: 20,
 *   total_tokens: 1020,
 *   prompt_tokens_details: {
 *     cached_tokens: 600,
 *     cache_write_tokens: 300,
 *     text_tokens: 900,
 *     audio_tokens: 100,
 *   },
 * });
 * // => { 'input.text.cached': 600, 'input.text.cacheWrite': 300, 'input.audio.fresh': 100, 'output.text': 20 }
 */
export function readUsage(reported: CompletionUsage): Usage {
  const input = requiredCount('prompt_tokens', reported.prompt_tokens);
  const output = outputTokens(reported, input);
  const leaves = [
    ...readInput(input, reported.prompt_tokens_details),
    ...readOutput(output, reported.completion_tokens_details),
  ];
  return Object.fromEntries(leaves.filter(([, tokens]) => tokens > 0));
}

/** What was generated: `completion_tokens`, and reasoning where the total shows that it is not among them. */
function outputTokens(reported: CompletionUsage, input: number): number {
  const completion = requiredCount('completion_tokens', reported.completion_tokens);
  const total = optionalCount('total_tokens', reported.total_tokens) ?? input + completion;
  if (total === input + completion) return completion;
  const reasoning = optionalCount(
    'completion_tokens_details.reasoning_tokens',
    reported.completion_tokens_details?.reasoning_tokens,
  );
  if (reasoning !== undefined && total === input + completion + reasoning) {
    return completion + reasoning;
  }
  throw wrongUsage(
    `total_tokens is ${total}, but prompt_tokens and completion_tokens add up to ${input + completion}`,
  );
}

type Counts = readonly (readonly [UsageLeaf, number])[];

function readInput(tokens: number, details: Details): Counts {
  const { of, checkSum } = readDetails('prompt_tokens', tokens, details);
  checkSum('text_tokens', 'image_tokens', 'audio_tokens');
  checkSum('cached_tokens', 'cache_write_tokens');
  const image = of('image_tokens');
  const audio = of('audio_tokens');
  const byModality = { text: tokens - image - audio, image, audio };
  let cached = of('cached_tokens');
  let written = of('cache_write_tokens');
  return (['text', 'image', 'audio'] as const).flatMap((modality) => {
    const whole = byModality[modality];
    const fromCache = Math.min(cached, whole);
    const toCache = Math.min(written, whole - fromCache);
    cached -= fromCache;
    written -= toCache;
    return [
      [`input.${modality}.fresh`, whole - fromCache - toCache],
      [`input.${modality}.cached`, fromCache],
      [`input.${modality}.cacheWrite`, toCache],
    ] as const;
  });
}

function readOutput(tokens: number, details: Details): Counts {
  const { of, checkSum } = readDetails('completion_tokens', tokens, details);
  checkSum('text_tokens', 'audio_tokens');
  checkSum(
    'reasoning_tokens',
    'audio_tokens',
    'accepted_prediction_tokens',
    'rejected_prediction_tokens',
  );
  const reasoning = of('reasoning_tokens');
  const audio = of('audio_tokens');
  const rejected = of('rejected_prediction_tokens');
  return [
    ['output.text', tokens - reasoning - audio - rejected],
    ['output.reasoning', reasoning],
    ['output.rejectedPrediction', rejected],
    ['output.audio', audio],
  ];
}
