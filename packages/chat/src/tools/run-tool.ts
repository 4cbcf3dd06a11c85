import { linkSignal } from '@farebox/client';
import { abortError, ChatError, type Clock } from '@farebox/core';
import type { ExecutableTool } from './define-tool.js';
import { readArguments } from './read-arguments.js';
import { resultText } from './result-text.js';
import { isToolError } from './tool-error.js';
import type { ToolFailure } from './tool-event.js';

/** What the model is told, and what the caller hears. */
export interface ToolOutcome {
  readonly content: string;
  readonly failure?: ToolFailure | undefined;
  readonly cause?: unknown;
}

export interface ToolRun {
  /** The arguments as the model wrote them. */
  readonly text: string;
  readonly toolCallId: string;
  readonly callId: string;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/**
 * Runs a tool for one call of the model: reads its arguments, waits for its result no longer than it may take.
 *
 * It never rejects: what goes wrong is an outcome. A tool that pays no heed to its signal is left behind, and what comes of it is
 * dropped.
 */
export async function runTool(tool: ExecutableTool, run: ToolRun): Promise<ToolOutcome> {
  if (run.signal?.aborted) return notRun;
  const link = linkSignal(run.signal);
  const early = Promise.withResolvers<ToolOutcome>();
  link.signal.addEventListener('abort', () => early.resolve(aborted), { once: true });
  const { timeoutMs } = run;
  const stop = () => {
    early.resolve({
      content: `Error: the tool had no result after ${timeoutMs / 1000} s and was stopped.`,
      failure: 'timeout',
    });
    link.abort(timeUp(timeoutMs));
  };
  const cancel =
    timeoutMs === Number.POSITIVE_INFINITY
      ? undefined
      : run.clock.after(Math.ceil(timeoutMs), stop);
  try {
    return await Promise.race([outcomeOf(tool, run, link.signal), early.promise]);
  } finally {
    cancel?.();
    link.unlink();
  }
}

const notRun: ToolOutcome = {
  content: 'Error: the call was stopped before the tool was run.',
  failure: 'aborted',
};

const aborted: ToolOutcome = {
  content: 'Error: the call was stopped before the tool had a result; it may have done its work.',
  failure: 'aborted',
};

async function outcomeOf(
  tool: ExecutableTool,
  { text, toolCallId, callId }: ToolRun,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  try {
    const read = await readArguments(text, tool.schema, tool.definition.function.parameters);
    if ('problem' in read) return { content: `Error: ${read.problem}`, failure: 'arguments' };
    if (signal.aborted) throw abortError(signal);
    // The schema has made of them what `run` takes.
    const result = await tool.run(read.value as never, { signal, callId, toolCallId });
    const said = resultText(result);
    if ('text' in said) return { content: said.text };
    return { content: `Error: ${said.problem}`, failure: 'result' };
  } catch (cause) {
    const content = isToolError(cause)
      ? resultText(`Error: ${cause.message}`)
      : { text: 'Error: the tool failed.' };
    return { content: 'text' in content ? content.text : '', failure: 'error', cause };
  }
}

function timeUp(timeoutMs: number): ChatError {
  return new ChatError({
    kind: 'timeout',
    code: 'tool',
    message: `The tool had no result after ${timeoutMs / 1000} s.`,
    fix: 'Give it more time: timeoutMs of the tool, or toolTimeoutMs of the loop.',
  });
}
