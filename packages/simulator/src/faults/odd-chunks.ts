import { dataEvent } from '../wire/event.js';
import { doneFrame, type Frame, plainFrame, type ReplyPlan } from '../wire/plan.js';
import { chunkOf, editChunks, type LooseChunk } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

/** Every chunk with text is sent twice; it was generated, and is billed, once. A JSON reply stays. */
export function repeatedChunks(plan: ReplyPlan): ReplyPlan {
  return withFrames(plan, (frame) => {
    const chunk = chunkOf(frame);
    const says = chunk?.choices.some(({ delta }) => Boolean(delta?.content)) ?? false;
    return says ? [frame, { ...frame, tokens: 0, finishes: false }] : [frame];
  });
}

/** An index that no choice can have. A JSON reply stays. */
export function badChoiceIndex(plan: ReplyPlan, { index = -1 }: FaultSettings): ReplyPlan {
  return editChunks(plan, (chunk) => ({
    ...chunk,
    choices: chunk.choices.map((choice) => ({ ...choice, index })),
  }));
}

/** Between the chunks, choices whose delta is null or missing. A JSON reply stays. */
export function nullDeltas(plan: ReplyPlan): ReplyPlan {
  return withFrames(plan, (frame) => {
    const chunk = chunkOf(frame);
    if (chunk === undefined) return [frame];
    const base = { index: 0, logprobs: null, finish_reason: null };
    const choices = (choice: object) => plainFrame(dataEvent({ ...chunk, choices: [choice] }));
    return [choices({ ...base, delta: null }), choices(base), frame];
  });
}

/** Chunks without a choice, as Azure opens with its filter's results. A JSON reply stays. */
export function emptyChoices(plan: ReplyPlan): ReplyPlan {
  return withFrames(plan, (frame, index) => {
    const chunk = chunkOf(frame);
    if (chunk === undefined || index > 2) return [frame];
    const results = { choices: [], prompt_filter_results: [{ prompt_index: 0 }] };
    return [plainFrame(dataEvent({ ...chunk, ...results })), frame];
  });
}

/** Keys that would change every object, were they assigned. In chunks and deltas; of a JSON reply, none. */
export function protoKeys(plan: ReplyPlan): ReplyPlan {
  return editChunks(plan, (chunk) =>
    withProtoKeys({
      ...chunk,
      choices: chunk.choices.map((choice) => ({
        ...choice,
        delta: choice.delta && withProtoKeys(choice.delta),
      })),
    } as LooseChunk),
  );
}

function withProtoKeys<T extends object>(object: T): T {
  const open = { enumerable: true, configurable: true, writable: true };
  const value = { content: 'polluted', polluted: true };
  const copy = { ...object, constructor: { prototype: value } };
  // Assigned, this key would change the copy's prototype instead of becoming its own.
  return Object.defineProperty(copy, '__proto__', { ...open, value });
}

function withFrames(
  plan: ReplyPlan,
  change: (frame: Frame, index: number) => readonly Frame[],
): ReplyPlan {
  if (plan.kind === 'json') return plan;
  const frames = plan.frames.flatMap((frame, index) =>
    frame === doneFrame ? [frame] : change(frame, index),
  );
  return { ...plan, frames };
}
