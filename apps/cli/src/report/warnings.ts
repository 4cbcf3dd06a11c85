import type { Answer } from '@farebox/chat';
import { errorKinds } from '@farebox/core';
import type { AskOptions } from '../options/ask-options.js';
import { oneLine } from '../terminal/one-line.js';

/** Something about an answer that its reader must know, and the exit code under `--strict`. */
export interface Warning {
  readonly text: string;
  readonly strictExit: number;
}

/** What is wrong with an answer that did arrive. */
export function warningsOf(
  answer: Answer,
  { maxTokens, fit }: Pick<AskOptions, 'maxTokens' | 'fit'>,
): readonly Warning[] {
  const warnings: Warning[] = [];
  if (answer.receipts.some(({ overrun }) => overrun)) {
    warnings.push({
      text: 'the answer cost more than was set aside for it (overrun): the provider ignored the ceiling, or its price has changed',
      strictExit: errorKinds.budget.exit,
    });
  }
  if (answer.truncated) {
    const raise =
      maxTokens === undefined ? 'ask for less at a time' : `raise --max-tokens above ${maxTokens}`;
    const fix = fit === undefined ? raise : `--fit may have shortened it; else ${raise}`;
    warnings.push({
      text: `the answer was cut off (finish_reason: length); ${fix}`,
      strictExit: errorKinds.truncated.exit,
    });
  }
  if (answer.finishReason === 'content_filter') {
    warnings.push({
      text: "the provider's content filter stopped the answer; rephrase the prompt",
      strictExit: errorKinds['content-filter'].exit,
    });
  }
  const refusal = answer.completion.choices[0]?.message.refusal;
  if (refusal) {
    warnings.push({
      text: `the model refused: ${oneLine(refusal)}`,
      strictExit: errorKinds.refusal.exit,
    });
  }
  return warnings;
}
