import { dataEvent } from '../wire/event.js';
import { type Frame, plainFrame, type ReplyPlan } from '../wire/plan.js';
import { chunkOf, editReply, type LooseCall, type LooseChunk } from './edit-chunks.js';
import type { FaultSettings } from './fault.js';

const sparseIndex = 5;
const invalid = '{"city": Zürich';

/** An index that no tool call can have. */
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
  if (plan.kind === 'json') return editWholeCalls(plan, '');
  return editCalls(plan, (call) => (call.function ? withArguments(call, '') : call));
}

/** The arguments are no JSON. */
export function invalidToolArguments(plan: ReplyPlan): ReplyPlan {
  if (plan.kind === 'json') return editWholeCalls(plan, invalid);
  const begun = new Set<string>();
  return editCalls(plan, (call, name) => {
    if (!call.function?.arguments) return call;
    const isFirst = !begun.has(name);
    begun.add(name);
    return withArguments(call, isFirst ? invalid : '');
  });
}

/** Name and id come with every piece, as some servers send them. */
export function repeatedToolName(plan: ReplyPlan): ReplyPlan {
  const heads = new Map<string, LooseCall>();
  return editCalls(plan, (call, name) => {
    const head = heads.get(name);
    if (head === undefined) {
      heads.set(name, call);
      return call;
    }
    return { ...head, ...call, function: { ...head.function, ...call.function } };
  });
}

/** Name and id come only after the first piece of the arguments. */
export function lateToolName(plan: ReplyPlan): ReplyPlan {
  const heads = new Map<string, LooseCall>();
  return withCallFrames(plan, (frame, chunk, call, name) => {
    if (call.function?.name !== undefined) {
      heads.set(name, call);
      const bare = { index: call.index, function: { arguments: '' } };
      return [{ ...frame, write: () => dataEvent(withCall(chunk, bare)) }];
    }
    const head = heads.get(name);
    heads.delete(name);
    if (head === undefined) return [frame];
    return [frame, plainFrame(dataEvent(withCall(chunk, head)))];
  });
}

/** The plan with each piece of a call changed; `name` is the same for all pieces of one, and for no other. */
function editCalls(
  plan: ReplyPlan,
  change: (call: LooseCall, name: string) => LooseCall,
): ReplyPlan {
  return withCallFrames(plan, (frame, chunk, call, name) => {
    const event = dataEvent(withCall(chunk, change(call, name)));
    return [{ ...frame, write: () => event }];
  });
}

function editWholeCalls(plan: ReplyPlan, text: string): ReplyPlan {
  return editReply(plan, (reply) => ({
    ...reply,
    choices: reply.choices.map((choice) => {
      const calls = choice.message?.tool_calls;
      if (calls === undefined) return choice;
      const changed = calls.map((call) => (call.function ? withArguments(call, text) : call));
      return { ...choice, message: { ...choice.message, tool_calls: changed } };
    }),
  }));
}

/** Frames with a tool call (the simulator sends one call a chunk) in the place of each such frame. */
function withCallFrames(
  plan: ReplyPlan,
  change: (frame: Frame, chunk: LooseChunk, call: LooseCall, name: string) => readonly Frame[],
): ReplyPlan {
  if (plan.kind === 'json') return plan;
  const frames = plan.frames.flatMap((frame) => {
    const chunk = chunkOf(frame);
    const [choice] = chunk?.choices ?? [];
    const call = choice?.delta?.tool_calls?.[0];
    if (chunk === undefined || choice === undefined || call === undefined) return [frame];
    return change(frame, chunk, call, `${choice.index}/${call.index}`);
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
