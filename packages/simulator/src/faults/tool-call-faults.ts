import { dataEvent } from '../wire/event.js';
import { type Frame, plainFrame, type ReplyPlan } from '../wire/plan.js';
import { chunkOf, editDeltas, type LooseCall, type LooseChunk } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

const sparseIndex = 5;

/** An index that no tool call can have. All faults of tool calls leave an answer without one alone, and a JSON reply. */
export function badToolIndex(plan: ReplyPlan, { index = -1 }: FaultSettings): ReplyPlan {
  return editCalls(plan, (call) => ({ ...call, index }));
}

/** Indexes that begin at 5. */
export function sparseToolIndex(plan: ReplyPlan): ReplyPlan {
  return editCalls(plan, (call) => ({ ...call, index: Number(call.index) + sparseIndex }));
}

/** The arguments arrive character by character. */
export function splitToolArguments(plan: ReplyPlan): ReplyPlan {
  return withCallFrames(plan, (frame, chunk, call) => {
    const pieces = [...(call.function?.arguments ?? '')];
    return pieces.length < 2
      ? [frame]
      : pieces.map((piece, index) => ({
          ...frame,
          tokens: index === 0 ? frame.tokens : 0,
          write: () => dataEvent(withCall(chunk, { ...call, function: { arguments: piece } })),
        }));
  });
}

/** The arguments are empty. */
export function emptyToolArguments(plan: ReplyPlan): ReplyPlan {
  return editCalls(plan, (call) => withArguments(call, ''));
}

/** The arguments are no JSON. */
export function invalidToolArguments(plan: ReplyPlan): ReplyPlan {
  const begun = new Set<unknown>();
  return editCalls(plan, (call) => {
    if (!call.function?.arguments) return call;
    const isFirst = !begun.has(call.index);
    begun.add(call.index);
    return withArguments(call, isFirst ? '{"city": Zürich' : '');
  });
}

/** Name and id come with every piece, as some servers send them. */
export function repeatedToolName(plan: ReplyPlan): ReplyPlan {
  const heads = new Map<unknown, LooseCall>();
  return editCalls(plan, (call) => {
    const head = heads.get(call.index);
    if (head === undefined) {
      heads.set(call.index, call);
      return call;
    }
    return { ...head, ...call, function: { ...head.function, ...call.function } };
  });
}

/** Name and id come only after the first piece of the arguments. */
export function lateToolName(plan: ReplyPlan): ReplyPlan {
  const heads = new Map<unknown, { readonly frame: Frame; readonly call: LooseCall }>();
  return withCallFrames(plan, (frame, chunk, call) => {
    if (call.function?.name !== undefined) {
      heads.set(call.index, { frame, call });
      const bare = { index: call.index, function: { arguments: '' } };
      return [{ ...frame, write: () => dataEvent(withCall(chunk, bare)) }];
    }
    const head = heads.get(call.index);
    heads.delete(call.index);
    if (head === undefined) return [frame];
    return [frame, plainFrame(dataEvent(withCall(chunk, head.call)))];
  });
}

function editCalls(plan: ReplyPlan, change: (call: LooseCall) => LooseCall): ReplyPlan {
  return editDeltas(plan, (delta) =>
    delta.tool_calls === undefined
      ? delta
      : { ...delta, tool_calls: delta.tool_calls.map((call) => change(call)) },
  );
}

/** Frames with a tool call (the simulator sends one call a chunk) in the place of each such frame. */
function withCallFrames(
  plan: ReplyPlan,
  change: (frame: Frame, chunk: LooseChunk, call: LooseCall) => readonly Frame[],
): ReplyPlan {
  if (plan.kind === 'json') return plan;
  const frames = plan.frames.flatMap((frame) => {
    const chunk = chunkOf(frame);
    const call = chunk?.choices[0]?.delta?.tool_calls?.[0];
    return chunk === undefined || call === undefined ? [frame] : change(frame, chunk, call);
  });
  return { ...plan, frames };
}

function withCall(chunk: LooseChunk, call: LooseCall): LooseChunk {
  const choices = chunk.choices.map((choice) => ({ ...choice, delta: { tool_calls: [call] } }));
  return { ...chunk, choices };
}

function withArguments(call: LooseCall, text: string): LooseCall {
  return { ...call, function: { ...call.function, arguments: text } };
}
