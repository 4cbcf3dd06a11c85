import type { ChatRequest } from '@farebox/core';
import { tokenCounter } from '../tokens/count.js';
import { encodeBounded } from '../tokens/encode-bounded.js';
import type { Tokenizer } from '../tokens/tokenizer.js';
import type { Generated } from './generated.js';

/** What became of a predicted output. */
export interface PredictionUse {
  readonly acceptedTokens: number;
  readonly rejectedTokens: number;
}

/** Where the answer leaves the prediction, it is found again if it goes on within so many tokens. */
const lookAhead = 32;

/**
 * How many tokens of a `prediction` the answer has.
 *
 * The answer's content is gone through token by token: one that is among the next 32 of the
 * prediction is accepted, and those before it are skipped. All that is not accepted is rejected,
 * and billed as output. OpenAI's own rule is not public.
 */
export function predictionUse(
  tokenizer: Tokenizer,
  prediction: ChatRequest['prediction'],
  answer: Generated | undefined,
): PredictionUse {
  if (prediction === null || prediction === undefined) return none;
  const { content } = prediction;
  const text = typeof content === 'string' ? content : content.map((part) => part.text).join('');
  const predicted = tokenCounter(tokenizer)(text);
  const acceptedTokens = accepted(predicted.ids, encodeBounded(tokenizer, contentOf(answer)));
  return { acceptedTokens, rejectedTokens: predicted.tokens - acceptedTokens };
}

const none: PredictionUse = { acceptedTokens: 0, rejectedTokens: 0 };

function accepted(predicted: readonly number[], answer: readonly number[]): number {
  let next = 0;
  let count = 0;
  for (const token of answer) {
    const found = predicted.slice(next, next + lookAhead).indexOf(token);
    if (found < 0) continue;
    next += found + 1;
    count += 1;
  }
  return count;
}

function contentOf(answer: Generated | undefined): string {
  const sections = answer?.sections.filter(({ kind }) => kind === 'content') ?? [];
  return sections.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
}
