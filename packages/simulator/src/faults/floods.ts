import { plainFrame, type ReplyPlan } from '../wire/plan.js';
import { first } from './bends.js';
import type { FaultSettings } from './fault.js';

const blockLength = 64 * 1024;
const keepAliveMs = 1_000;
const giantBytes = 400_000_000;

/** One line that goes on and on, after the role chunk; in a JSON reply, one string. */
export function giantLine(plan: ReplyPlan, { bytes = giantBytes }: FaultSettings): ReplyPlan {
  const opening =
    plan.kind === 'json'
      ? '{"choices":[{"index":0,"message":{"role":"assistant","content":"'
      : 'data: {"choices":[{"index":0,"delta":{"content":"';
  const { frames } = plan.kind === 'json' ? { frames: [] } : opened(plan);
  const flood = { block: 'x'.repeat(blockLength), bytes };
  return { ...plan, frames: [...frames, plainFrame(opening)], flood, ending: 'close' };
}

/** One event of lines without end. A JSON reply goes on with blanks. */
export function endlessEvent(plan: ReplyPlan): ReplyPlan {
  return flooded(plan, 'data: x\n');
}

/** Small pieces of text without end. A JSON reply goes on with blanks. */
export function endlessEvents(plan: ReplyPlan): ReplyPlan {
  return flooded(plan, 'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n');
}

/** Comments without end, and as fast as they are read. A JSON reply goes on with blanks. */
export function endlessComments(plan: ReplyPlan): ReplyPlan {
  return flooded(plan, ': keep-alive\n\n');
}

/** The role chunk, then a comment a second, and never anything else. A JSON reply: blanks. */
export function keepAliveOnly(plan: ReplyPlan): ReplyPlan {
  const block = plan.kind === 'json' ? ' ' : ': keep-alive\n\n';
  return { ...opened(plan), flood: { block, everyMs: keepAliveMs } };
}

function flooded(plan: ReplyPlan, unit: string): ReplyPlan {
  const repeated = plan.kind === 'json' ? ' ' : unit;
  const block = repeated.repeat(Math.floor(blockLength / repeated.length));
  return { ...opened(plan), flood: { block } };
}

/** No more than what comes before the answer. */
function opened(plan: ReplyPlan): ReplyPlan {
  return first(plan, { afterChunks: plan.kind === 'json' ? 0 : 1 });
}
