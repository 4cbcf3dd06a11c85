import { plainFrame, type ReplyPlan } from '../wire/plan.js';
import { reset, stall } from './bends.js';
import type { FaultSettings } from './fault.js';

/** The connection closes where the framing of the body promised more. */
export function short(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return { ...reset(plan, settings), ending: 'short' };
}

/** The connection breaks in a body that only its close would end, so that no reader sees a break. */
export function unframed(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  return { ...reset(plan, settings), ending: 'unframed' };
}

/**
 * After so many events, one more that is never whole: its end does not come.
 *
 * Of a JSON reply, no more than the slices before.
 */
export function unfinished(plan: ReplyPlan, settings: FaultSettings): ReplyPlan {
  const begun = stall(plan, settings);
  const next = plan.frames[begun.frames.length];
  if (plan.kind === 'json' || next === undefined) return begun;
  return { ...begun, frames: [...begun.frames, plainFrame(next.write().trimEnd())] };
}

/** One line of zeros without an end, as what a small compressed body unpacks to; a JSON reply, one string. */
export function bomb(plan: ReplyPlan): ReplyPlan {
  const begin = plan.kind === 'json' ? '{"padding":"' : 'data: {"padding":"';
  return { ...plan, frames: [plainFrame(begin)], flood: { block: '0'.repeat(64 * 1024) } };
}
