import { linkSignal } from '@farebox/client';
import {
  type Clock,
  type FunctionToolCall,
  type ToolCall,
  type ToolMessage,
  tool,
} from '@farebox/core';
import type { ExecutableTool } from './define-tool.js';
import { calledName } from './reply-calls.js';
import { runTool, type ToolOutcome } from './run-tool.js';
import type { ToolEvent } from './tool-event.js';
import type { ToolLoop } from './tool-loop-options.js';

/** What calls are answered with. */
export interface ToolBench {
  /** Those that may be called now. */
  readonly tools: ReadonlyMap<string, ExecutableTool>;
  /** Of all that there are, for a model that has made one up. */
  readonly names: readonly string[];
  readonly loop: ToolLoop;
  readonly clock: Clock;
  readonly callId: string;
  readonly signal: AbortSignal | undefined;
  readonly onEvent: ((event: ToolEvent) => void) | undefined;
}

/**
 * One result for each call, in their order; they run side by side, `concurrency` at a time.
 *
 * An abort ends it at once, with results all the same: what was done stays known.
 */
export async function answerCalls(
  calls: readonly ToolCall[],
  bench: ToolBench,
): Promise<ToolMessage[]> {
  const results: ToolMessage[] = [];
  const link = linkSignal(bench.signal);
  const linked = { ...bench, signal: link.signal };
  const queue = calls.entries();
  const worker = async () => {
    for (const [index, call] of queue) results[index] = await answerCall(call, linked);
  };
  const workers = Math.min(bench.loop.concurrency, calls.length);
  try {
    await Promise.all(Array.from({ length: workers }, worker));
    return results;
  } catch (error) {
    // An observer has thrown: nobody waits for the other tools any more.
    link.abort(error);
    throw error;
  } finally {
    link.unlink();
  }
}

async function answerCall(call: ToolCall, bench: ToolBench): Promise<ToolMessage> {
  const { clock, onEvent } = bench;
  const made = call.type === 'function' ? bench.tools.get(call.function.name) : undefined;
  const name = made?.definition.function.name;
  const startMs = clock.monotonicMs();
  onEvent?.({ type: 'tool-start', toolCallId: call.id, name });
  const { content, failure, cause } = made
    ? await runTool(made, toRun(call as FunctionToolCall, made, bench))
    : unknownTool(call, bench.names);
  onEvent?.({
    type: 'tool-end',
    toolCallId: call.id,
    name,
    durationMs: clock.monotonicMs() - startMs,
    resultCharacters: content.length,
    failure,
    cause,
  });
  return tool(call.id, content);
}

function toRun(call: FunctionToolCall, { timeoutMs }: ExecutableTool, bench: ToolBench) {
  return {
    text: call.function.arguments,
    toolCallId: call.id,
    callId: bench.callId,
    signal: bench.signal,
    clock: bench.clock,
    timeoutMs: timeoutMs ?? bench.loop.toolTimeoutMs,
  };
}

function unknownTool(call: ToolCall, names: readonly string[]): ToolOutcome {
  const what = call.type === 'function' ? 'function' : 'custom tool';
  const name = JSON.stringify(calledName(call).slice(0, 64));
  return {
    content: `Error: there is no ${what} called ${name}. These tools can be called: ${names.join(', ')}.`,
    failure: 'unknown-tool',
  };
}
