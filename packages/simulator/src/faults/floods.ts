import { dataEvent } from '../wire/event.js';
import { plainFrame, type ReplyPlan } from '../wire/plan.js';
import { first } from './bends.js';
import { chunkOf } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

const blockLength = 64 * 1024;
const keepAliveMs = 1_000;
const giantBytes = 400_000_000;

/** After the role chunk one line of so many bytes, whose end does not come; of a JSON reply, one string. */
export function giantLine(plan: ReplyPlan, { bytes = giantBytes }: FaultSettings): ReplyPlan {
  const opening =
    plan.kind === 'json'
      ? '{"choices":[{"index":0,"message":{"role":"assistant","content":"'
      : 'data: {"choices":[{"index":0,"delta":{"content":"';
  const begun = opened(plan);
  const flood = { block: 'x'.repeat(blockLength), bytes: Math.max(0, bytes - opening.length) };
  const frames = [...begun.frames, plainFrame(opening.slice(0, bytes))];
  return { ...begun, frames, flood, ending: 'close' };
}

/** One event of lines without end. A JSON reply goes on with blanks. */
export function endlessEvent(plan: ReplyPlan): ReplyPlan {
  return flooded(plan, 'data: x\n');
}

/** Small pieces of text without end. A JSON reply goes on with blanks. */
export function endlessEvents(plan: ReplyPlan): ReplyPlan {
  const choice = { index: 0, delta: { content: 'a' }, logprobs: null, finish_reason: null };
  return flooded(plan, dataEvent({ ...chunkOf(plan.frames[0]), choices: [choice] }));
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
