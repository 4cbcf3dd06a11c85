import {
  abortError,
  type ChatCompletion,
  type ChatMessage,
  type ChatRequest,
  type Clock,
  isChatError,
  type ToolCall,
} from '@farebox/core';
import { toAssistantMessage } from '../conversation/to-assistant-message.js';
import type { Exchange, ExchangeEnd, Stopped } from '../exchange.js';
import { answerCalls } from './answer-calls.js';
import type { ExecutableTool } from './define-tool.js';
import { repeatedCalls } from './repeated-calls.js';
import { calledName, idsIn, replyCalls } from './reply-calls.js';
import { chosen, undemanded } from './tool-choice.js';
import { nameOf } from './tool-list.js';
import type { ToolLoop } from './tool-loop-options.js';

export interface WithToolsOptions {
  readonly loop: ToolLoop;
  readonly clock: Clock;
}

/**
 * Runs the tools that a reply calls and asks again with their results, until a reply is the answer.
 *
 * It ends with the calls unanswered where they are not for it to run (tools in wire format, calls that were cut off), and where
 * they would go on (`maxTurns`, `maxRepeats`). Of one reply all calls are run or none.
 */
export function withTools(
  next: Exchange,
  tools: ReadonlyMap<string, ExecutableTool>,
  { loop, clock }: WithToolsOptions,
): Exchange {
  return async function* toolLoop(request, context) {
    const { callId, signal, onEvent } = context;
    const taken = new Set(idsIn(request.messages));
    const repeats = repeatedCalls();
    // Asked again about its answer, the model goes on with what it has done.
    const before = turnsIn(context.said);
    for (const calls of before) if (calls.length > 0) repeats(calls);
    let step = firstStep(request, before, loop);
    for (let turn = before.length + 1; ; turn++) {
      const end = yield* turn === 1 ? next(step, context) : delivered(next(step, context));
      const { completion, message, calls } = replyCalls(end.completion, taken);
      const stopped =
        reasonToHandOut(completion, calls, step, tools) ??
        (repeats(calls) >= loop.maxRepeats ? 'repeated' : undefined) ??
        (turn >= loop.maxTurns ? 'turns' : undefined);
      if (message === undefined || stopped !== undefined) return { ...end, completion, stopped };
      const available = chosen(tools, step.tool_choice);
      const names = [...available.keys(), ...wireToolsOf(step, tools).map(nameOf)];
      const bench = { tools: available, names, loop, clock, callId, signal, onEvent };
      const sent = toAssistantMessage(message, { nowMs: clock.now(), withReasoning: true });
      const said = [sent, ...(await answerCalls(calls, bench))];
      context.said.push(...said);
      if (signal?.aborted) throw abortError(signal).with({ delivered: true });
      step = { ...undemanded(step), messages: [...step.messages, ...said] };
    }
  };
}

/** The calls of each turn that there has been: one for each reply that called tools, and for each question asked again. */
function turnsIn(said: readonly ChatMessage[]): (readonly ToolCall[])[] {
  return said.flatMap((message) => {
    if (message.role === 'user') return [[]];
    return message.role === 'assistant' && message.tool_calls ? [message.tool_calls] : [];
  });
}

/** No call is demanded again where one was made, and none is invited where it could not be run any more. */
function firstStep(
  request: ChatRequest,
  before: readonly (readonly ToolCall[])[],
  { maxTurns }: ToolLoop,
): ChatRequest {
  if (before.length > 0 && before.length + 1 >= maxTurns)
    return { ...request, tool_choice: 'none' };
  return before.some((calls) => calls.length > 0) ? undemanded(request) : request;
}

/** Why the loop must leave a reply as it is: nothing to run, or nothing that is its own. */
function reasonToHandOut(
  completion: ChatCompletion,
  calls: readonly ToolCall[],
  request: ChatRequest,
  tools: ReadonlyMap<string, ExecutableTool>,
): Stopped | undefined {
  if (calls.length === 0) return 'answer';
  const finish = completion.choices[0]?.finish_reason;
  // What was cut off can be whole by its looks and still not be what was meant.
  const isCut = finish === 'length' || finish === 'content_filter';
  const wire = wireToolsOf(request, tools);
  const isWire = calls.some((call) =>
    wire.some((tool) => tool.type === call.type && nameOf(tool) === calledName(call)),
  );
  return isCut || isWire || request.tool_choice === 'none' ? 'tool-calls' : undefined;
}

function wireToolsOf({ tools: sent = [] }: ChatRequest, tools: ReadonlyMap<string, unknown>) {
  return sent.filter((tool) => !tools.has(nameOf(tool)));
}

/** A later step that fails: text was handed out before it, and tools have run, so it must not pass for nothing. */
async function* delivered(
  step: AsyncGenerator<string, ExchangeEnd, void>,
): AsyncGenerator<string, ExchangeEnd, void> {
  try {
    return yield* step;
  } catch (error) {
    throw isChatError(error) ? error.with({ delivered: true }) : error;
  }
}
