import { dataEvent } from '../wire/event.js';
import { doneFrame, plainFrame, type ReplyPlan } from '../wire/plan.js';
import { cut, first } from './bends.js';
import { chunkOf, editReply, type LooseChoice } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';
import { overloaded } from './provider-errors.js';

/** The body ends inside an event. A JSON reply is cut. */
export function cutInEvent(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  const begun = cut(plan, settings);
  const next = plan.frames[begun.frames.length];
  if (plan.kind === 'json' || next === undefined) return begun;
  const event = next.write();
  const half = event.slice(0, Math.floor(event.length / 2));
  return { ...begun, frames: [...begun.frames, plainFrame(half)] };
}

/** `[DONE]` with more behind it, in the place of the rest. A JSON reply is cut. */
export function forgedDone(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return endedBy(plan, settings, 'data: [DONE], or is it?\n\n');
}

/** An error in an event of that name, without `error` around it. A JSON reply is cut. */
export function errorNamedEvent(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return endedBy(plan, settings, `event: error\n${dataEvent(overloaded)}`);
}

/** The answer ends with `finish_reason: "error"` in every choice, and in good order. A JSON reply is whole but for that. */
export function finishError(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  if (plan.kind === 'json') {
    return editReply(plan, (reply) => ({ ...reply, choices: reply.choices.map(failed) }));
  }
  const finishes = plan.frames.flatMap((frame) => {
    const chunk = chunkOf(frame);
    const finished = chunk?.choices.filter(({ finish_reason }) => finish_reason !== null) ?? [];
    return finished.length === 0 ? [] : [{ ...chunk, choices: finished.map(failed) }];
  });
  const begun = endedBy(plan, settings, finishes.map(dataEvent).join(''));
  return { ...begun, frames: [...begun.frames, doneFrame] };
}

/** A chunk that is no JSON, and then the rest. A JSON reply loses its first character. */
export function malformedChunk(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  const { frames } = plan;
  const begun = first(plan, settings).frames;
  const broken = plainFrame('data: {"id":"chatcmpl-broken","choices":[{"delta":{"content":"\n\n');
  if (plan.kind === 'events') {
    return { ...plan, frames: [...begun, broken, ...frames.slice(begun.length)] };
  }
  const [head, ...others] = frames;
  if (head === undefined) return plan;
  return { ...plan, frames: [{ ...head, write: () => head.write().slice(1) }, ...others] };
}

function endedBy(plan: ReplyPlan, settings: FaultSettings, event: string): ReplyPlan {
  if (plan.kind === 'json') return cut(plan, settings);
  const { frames } = first(plan, settings);
  return { ...plan, frames: [...frames, plainFrame(event)], ending: 'close' };
}

function failed(choice: LooseChoice): LooseChoice {
  return { ...choice, finish_reason: 'error' };
}
