import type { ChatCompletionChunk, ChunkDelta, CompletionUsage, FinishReason } from '@farebox/core';
import type { Generated } from '../model/generated.js';
import type { Dice } from '../random/dice.js';
import { type DeltaStep, deltaSteps } from './deltas.js';
import { dataEvent } from './event.js';
import { obfuscation } from './obfuscation.js';
import { doneFrame, type Frame, plainFrame, type ReplyPlan } from './plan.js';
import { constants, type ReplyFacts } from './reply-facts.js';

export interface EventOptions {
  readonly facts: ReplyFacts;
  readonly choices: readonly Generated[];
  /** Sent as a chunk of its own when the request asked for it. */
  readonly usage: CompletionUsage | undefined;
  /** Where the obfuscation comes from; none without. */
  readonly random: Dice | undefined;
}

/**
 * A streamed reply: for each choice a role chunk, one chunk per token, and a finish chunk; then
 * usage where asked for, and `[DONE]`. Choices take turns, as they do at OpenAI.
 */
export function eventPlan({ facts, choices, usage, random }: EventOptions): ReplyPlan {
  const base = {
    id: facts.id,
    object: 'chat.completion.chunk' as const,
    created: facts.created,
    model: facts.model,
    ...constants,
  };
  const frame = (
    index: number,
    { delta, tokens, logprobs }: DeltaStep,
    finish: FinishReason | null,
    finishes: boolean,
  ): Frame => ({
    tokens,
    finishes,
    write: () =>
      dataEvent({
        ...base,
        choices: [{ index, delta, logprobs, finish_reason: finish }],
        ...(usage === undefined ? {} : { usage: null }),
        ...(random === undefined ? {} : { obfuscation: obfuscation(said(delta), random) }),
      } satisfies ChatCompletionChunk & { obfuscation?: string }),
  });

  // Reasoning comes before all else, and is never sent.
  const frames = choices.map(({ reasoningTokens }, index) =>
    frame(index, { delta: roleDelta, tokens: reasoningTokens, logprobs: null }, null, false),
  );
  const steps = choices.map((choice, index) => deltaSteps(choice, facts.id, index));
  const turns = Math.max(...steps.map(({ length }) => length));
  let unfinished = choices.length;
  for (let turn = 0; turn <= turns; turn++) {
    for (const [index, choice] of choices.entries()) {
      const own = steps[index] ?? [];
      const step = own[turn];
      if (step !== undefined) {
        frames.push(frame(index, step, null, false));
      } else if (turn === own.length) {
        unfinished -= 1;
        const last = { delta: {}, tokens: choice.unsentTokens, logprobs: null };
        frames.push(frame(index, last, choice.finish, unfinished === 0));
      }
    }
  }
  if (usage !== undefined) frames.push(plainFrame(dataEvent({ ...base, choices: [], usage })));
  frames.push(doneFrame);
  return { kind: 'events', frames, ending: 'close', begins: true, upfrontTokens: 0 };
}

const roleDelta: ChunkDelta = { role: 'assistant', content: '', refusal: null };

/** The text of a delta, whose length the obfuscation hides. */
function said({ content, refusal, tool_calls: [call] = [] }: ChunkDelta): string {
  return content ?? refusal ?? call?.function?.arguments ?? call?.custom?.input ?? '';
}
