import { dataEvent } from '../wire/event.js';
import { doneFrame, plainFrame, type ReplyPlan, withText } from '../wire/plan.js';
import { cut, first } from './bends.js';
import { chunkOf, editReply, type LooseChoice } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';
import { errorWithCode, overloaded } from './provider-errors.js';

/** The body ends inside an event. A JSON reply is cut. */
export function cutInEvent(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  const begun = cut(plan, settings);
  const next = plan.frames[begun.frames.length];
  if (next === undefined) return begun;
  const event = next.write();
  return endedBy(plan, settings, event.slice(0, Math.floor(event.length / 2)));
}

/** `[DONE]` with more behind it, in the place of the rest. A JSON reply is cut. */
export function forgedDone(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return endedBy(plan, settings, 'data: [DONE], or is it?\n\n');
}

/**
 * An error arrives inside the stream, with its status in it where one is given; as its first event,
 * before anything was generated or billed. A JSON reply has no room for one: it is cut.
 */
export function errorEvent(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  const { code, status } = settings;
  const error = { ...errorWithCode(code), ...(status !== undefined && { status }) };
  return failedBy(plan, settings, dataEvent({ error }));
}

/** The same in an event named `error`, without `error` around it. */
export function errorNamedEvent(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return failedBy(plan, settings, `event: error\n${dataEvent(overloaded)}`);
}

/** The answer ends with `finish_reason: "error"` in every choice, and in good order. A JSON reply is whole but for that. */
export function finishError(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  if (plan.kind === 'json') {
    return editReply(plan, (reply) => ({ ...reply, choices: reply.choices.map(failed) }));
  }
  const finishes = plan.frames.flatMap((frame) => {
    const chunk = chunkOf(frame);
    const finished = chunk?.choices.filter(({ finish_reason }) => finish_reason !== null) ?? [];
    if (finished.length === 0) return [];
    return [plainFrame(dataEvent({ ...chunk, choices: finished.map(failed) }))];
  });
  const begun = cut(plan, settings);
  return { ...begun, frames: [...begun.frames, ...finishes, doneFrame] };
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
  return { ...plan, frames: [withText(head, head.write().slice(1)), ...others] };
}

function failedBy(plan: ReplyPlan, settings: FaultSettings, event: string): ReplyPlan {
  const ended = endedBy(plan, settings, event);
  return plan.kind === 'json' || settings.afterChunks !== 0 ? ended : { ...ended, begins: false };
}

function endedBy(plan: ReplyPlan, settings: FaultSettings, event: string): ReplyPlan {
  const begun = cut(plan, settings);
  return plan.kind === 'json' ? begun : { ...begun, frames: [...begun.frames, plainFrame(event)] };
}

function failed(choice: LooseChoice): LooseChoice {
  return { ...choice, finish_reason: 'error' };
}
