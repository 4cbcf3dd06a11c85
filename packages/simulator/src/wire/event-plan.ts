import type { ChatCompletionChunk, ChunkDelta, CompletionUsage, FinishReason } from '@farebox/core';
import type { Generated } from '../model/generate.js';
import type { Dice } from '../random/dice.js';
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
    delta: ChunkDelta,
    finish: FinishReason | null,
    tokens: number,
    finishes: boolean,
  ): Frame => ({
    tokens,
    finishes,
    write: () =>
      dataEvent({
        ...base,
        choices: [{ index, delta, logprobs: null, finish_reason: finish }],
        ...(usage === undefined ? {} : { usage: null }),
        ...(random === undefined ? {} : { obfuscation: obfuscation(delta.content ?? '', random) }),
      } satisfies ChatCompletionChunk & { obfuscation?: string }),
  });

  const frames = choices.map((_, index) =>
    frame(index, { role: 'assistant', content: '', refusal: null }, null, 0, false),
  );
  const turns = Math.max(...choices.map(({ pieces }) => pieces.length));
  let unfinished = choices.length;
  for (let turn = 0; turn <= turns; turn++) {
    for (const [index, choice] of choices.entries()) {
      const piece = choice.pieces[turn];
      if (piece !== undefined) {
        frames.push(frame(index, { content: piece.text }, null, piece.tokens, false));
      } else if (turn === choice.pieces.length) {
        unfinished -= 1;
        frames.push(frame(index, {}, choice.finish, choice.unsentTokens, unfinished === 0));
      }
    }
  }
  if (usage !== undefined) frames.push(plainFrame(dataEvent({ ...base, choices: [], usage })));
  frames.push(doneFrame);
  return { kind: 'events', frames, ending: 'close', begins: true, upfrontTokens: 0 };
}
