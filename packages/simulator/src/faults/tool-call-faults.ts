import { dataEvent } from '../wire/event.js';
import { type Frame, plainFrame, type ReplyPlan, withText } from '../wire/plan.js';
import { editReply, type LooseCall, replaceChunks } from './edit-chunks.js';
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

/** The arguments arrive character by character. A JSON reply stays. */
export function splitToolArguments(plan: ReplyPlan): ReplyPlan {
  return replaceCalls(plan, (call, frame, saying) => {
    const pieces = [...(call.function?.arguments ?? '')];
    if (pieces.length < 2) return [frame];
    return pieces.map((piece, index) => {
      const tokens = index === 0 ? frame.tokens : 0;
      return { ...withText(frame, saying({ ...call, function: { arguments: piece } })), tokens };
    });
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

/** Name and id come with every piece, as some servers send them. A JSON reply stays. */
export function repeatedToolName(plan: ReplyPlan): ReplyPlan {
  const heads = new Map<string, LooseCall>();
  return editCalls(plan, (call, name) => {
    if (call.function === undefined) return call;
    const head = heads.get(name) ?? call;
    heads.set(name, head);
    return { ...head, ...call, function: { ...head.function, ...call.function } };
  });
}

/** Name and id come only after the first piece of the arguments. A JSON reply stays. */
export function lateToolName(plan: ReplyPlan): ReplyPlan {
  const heads = new Map<string, LooseCall>();
  return replaceCalls(plan, (call, frame, saying, name) => {
    if (call.function?.name !== undefined) {
      heads.set(name, call);
      return [withText(frame, saying({ index: call.index, function: { arguments: '' } }))];
    }
    const head = heads.get(name);
    heads.delete(name);
    return head === undefined ? [frame] : [frame, plainFrame(saying(head))];
  });
}

/** The plan with each piece of a call changed; `name` is the same for all pieces of one, and for no other. */
function editCalls(
  plan: ReplyPlan,
  change: (call: LooseCall, name: string) => LooseCall,
): ReplyPlan {
  return replaceCalls(plan, (call, frame, saying, name) => [
    withText(frame, saying(change(call, name))),
  ]);
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

/**
 * The plan with other frames in the place of each one with a piece of a call (the simulator sends
 * one call a chunk); `saying` is the same chunk with another piece.
 */
function replaceCalls(
  plan: ReplyPlan,
  change: (
    call: LooseCall,
    frame: Frame,
    saying: (call: LooseCall) => string,
    name: string,
  ) => readonly Frame[],
): ReplyPlan {
  return replaceChunks(plan, (chunk, frame) => {
    const [choice] = chunk.choices;
    const call = choice?.delta?.tool_calls?.[0];
    if (call === undefined) return [frame];
    const saying = (other: LooseCall) => {
      const choices = [{ ...choice, delta: { tool_calls: [other] } }];
      return dataEvent({ ...chunk, choices });
    };
    return change(call, frame, saying, `${choice?.index}/${call.index}`);
  });
}

function withArguments(call: LooseCall, text: string): LooseCall {
  return { ...call, function: { ...call.function, arguments: text } };
}
