import { dataEvent } from '../wire/event.js';
import { doneFrame, plainFrame, type ReplyPlan } from '../wire/plan.js';
import type { FaultSettings } from './fault.js';

const defaultChunks = 3;

/** The body ends cleanly, before the finish. */
export function cut(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return { ...first(plan, settings), ending: 'close' };
}

/** The body stops, and stays open. */
export function stall(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return { ...first(plan, settings), ending: 'hang' };
}

/** The body breaks. */
export function reset(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return { ...first(plan, settings), ending: 'reset' };
}

/** The role chunk, then nothing. */
export function silent(plan: ReplyPlan): ReplyPlan {
  return stall(plan, { afterChunks: 1 });
}

/** Everything but `[DONE]`. */
export function noDone(plan: ReplyPlan): ReplyPlan {
  return { ...plan, frames: plan.frames.filter((frame) => frame !== doneFrame) };
}

/** Everything, and the connection is left open. */
export function openAfterDone(plan: ReplyPlan): ReplyPlan {
  return { ...plan, ending: 'hang' };
}

/** More bytes after `[DONE]`: a comment, and a chunk that must not be believed. */
export function afterDone(plan: ReplyPlan): ReplyPlan {
  if (plan.kind === 'json') return plan;
  const intruder = {
    id: 'chatcmpl-after-done',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'after-done',
    choices: [{ index: 0, delta: { content: 'after [DONE]' }, finish_reason: null }],
  };
  return {
    ...plan,
    frames: [...plan.frames, plainFrame(`: after done\n\n${dataEvent(intruder)}`)],
  };
}

/** No more than the frames before the fault, and no flood after them. */
export function first(plan: ReplyPlan, { afterChunks = defaultChunks }: FaultSettings): ReplyPlan {
  const { flood: _, ...ending } = plan;
  return { ...ending, frames: plan.frames.slice(0, afterChunks) };
}
