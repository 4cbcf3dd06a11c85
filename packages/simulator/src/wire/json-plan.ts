import type { ChatCompletion, CompletionUsage } from '@farebox/core';
import type { Generated } from '../model/generated.js';
import { jsonFrames } from './json-frames.js';
import { logprobsOf, messageOf } from './message.js';
import type { ReplyPlan } from './plan.js';
import { constantsOf, type ReplyFacts } from './reply-facts.js';

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
  return {
    kind: 'json',
    frames: jsonFrames(JSON.stringify(completion)),
    ending: 'close',
    begins: true,
    upfrontTokens: usage.completion_tokens,
  };
}
