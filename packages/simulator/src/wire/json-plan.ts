import type { ChatCompletion, CompletionUsage } from '@farebox/core';
import type { Generated } from '../model/generated.js';
import { logprobsOf, messageOf } from './message.js';
import type { Frame, ReplyPlan } from './plan.js';
import { constantsOf, type ReplyFacts } from './reply-facts.js';

const slices = 8;

/**
 * A whole reply as one JSON text, in eight slices, so that it can break in the middle.
 *
 * It was generated, and is billed, before the first of them is sent.
 */
export function jsonPlan(
  facts: ReplyFacts,
  choices: readonly Generated[],
  usage: CompletionUsage,
): ReplyPlan {
  const completion: ChatCompletion = {
    id: facts.id,
    object: 'chat.completion',
    created: facts.created,
    model: facts.model,
    ...constantsOf(facts),
    choices: choices.map((choice, index) => ({
      index,
      message: messageOf(choice, facts.id, index),
      logprobs: logprobsOf(choice),
      finish_reason: choice.finish,
    })),
    usage,
  };
  const text = JSON.stringify(completion);
  const size = Math.ceil(text.length / slices);
  const cutAt = (index: number) => besideCharacter(text, index * size);
  const frames = Array.from({ length: slices }, (_, index): Frame => {
    const slice = text.slice(cutAt(index), cutAt(index + 1));
    return {
      write: () => slice,
      tokens: 0,
      finishes: index === slices - 1,
    };
  });
  return {
    kind: 'json',
    frames,
    ending: 'close',
    begins: true,
    upfrontTokens: usage.completion_tokens,
  };
}

/** The place of a cut that leaves both halves of a surrogate pair on one side: apart, each is encoded as U+FFFD. */
function besideCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
