import { type AnswerStream, ChatClient } from '@farebox/chat';
import { type Clock, isChatError, retryQuota } from '@farebox/core';
import { memoryLedger, scope } from '@farebox/cost';
import type { FaultStep } from '@farebox/simulator';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { answerRule } from './answer.js';
import { type Caller, callerOf } from './caller.js';
import type { FaultRunEvent, RunEnd, RunStep } from './fault-run.js';
import { hurriedClock } from './hurried-clock.js';

export interface RunFaultOptions {
  readonly faultCase: FaultCase;
  readonly simulate: typeof import('@farebox/simulator').simulate;
  readonly clock: Clock;
  /** The reader's stop. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: FaultRunEvent) => void;
}

/** The clocks of a run: by default each of the first four is a minute or more, and nobody would watch. */
const shortClocks = {
  headersMs: 1_000,
  firstChunkMs: 1_000,
  idleMs: 1_000,
  unreadMs: 1_000,
  totalMs: 60_000,
} as const;

/** Fast enough for the clocks, slow enough to see. */
const pace = { firstTokenMs: 150, tokensPerSecond: 50 };
/** More requests than a call sends. */
const mostRequests = 8;

/** Makes one call under a fault with a real `ChatClient`, everything on, and tells what happens. Never rejects. */
export async function runFault(options: RunFaultOptions): Promise<void> {
  const { faultCase, clock, signal, onEvent } = options;
  const startedMs = clock.monotonicMs();
  const atMs = () => clock.monotonicMs() - startedMs;
  const onStep = (step: DistributiveOmit<RunStep, 'atMs'>) =>
    onEvent({ type: 'step', step: { ...step, atMs: atMs() } });
  onEvent({ type: 'started' });
  try {
    const caller = callerOf(faultCase.client, clock, (what) => onStep({ type: 'acted', what }));
    const client = clientFor(options, caller, onStep);
    caller.starts();
    const stream = client.stream('When is an answer complete?', {
      signal: AbortSignal.any([caller.signal, signal]),
    });
    const onText = (text: string) => onEvent({ type: 'text', text, atMs: atMs() });
    const ended = await endOf(stream, caller, onText);
    onEvent(signal.aborted ? { type: 'stopped' } : { type: 'ended', ...ended });
  } catch {
    onEvent({ type: 'broken' });
  }
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown
  ? Omit<Union, Key>
  : never;

function clientFor(
  { faultCase, ...options }: RunFaultOptions,
  caller: Caller,
  onStep: (step: DistributiveOmit<RunStep, 'atMs'>) => void,
): ChatClient {
  const { clock } = caller;
  const simulator = options.simulate({
    clock: hurriedClock(clock),
    pace,
    faults: stepsOf(faultCase),
    answers: [answerRule],
  });
  return new ChatClient({
    model: 'gpt-4o-mini',
    max_completion_tokens: 200,
    ...faultCase.request,
    baseURL: 'https://simulator.invalid/v1',
    apiKey: 'sk-simulated',
    fetch: simulator.fetch,
    // A quota of its own: one run must not take the retries of the next.
    retry: { quota: retryQuota() },
    clocks: shortClocks,
    budget: scope({ id: 'this run', limitUsd: '1.00' }),
    ledger: memoryLedger({ now: () => clock.now() }),
    clock,
    observe(event) {
      if (event.type === 'attempt') onStep({ type: 'attempt', attempt: event.attempt });
      if (event.type === 'receipt') onStep({ type: 'settled', receipt: event.receipt });
      if (event.type !== 'wait') return;
      const { attempt, waitMs, error } = event;
      onStep({ type: 'wait', attempt, waitMs, error });
      caller.waits();
    },
  });
}

/** Reads as the caller does. */
async function endOf(
  stream: AnswerStream,
  caller: Caller,
  onText: (text: string) => void,
): Promise<{ readonly end: RunEnd; readonly toolCalls: number }> {
  const nothing = { toolCalls: 0 };
  try {
    const pieces = stream[Symbol.asyncIterator]();
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      onText(next.value);
      const then = caller.gets();
      // Who stops reading hears of the end from the answer.
      if (then === 'stop-reading') break;
      if (then === 'leave') {
        await pieces.return?.();
        return { ...nothing, end: 'abandoned' };
      }
    }
    caller.hasAll();
    const { completion } = await stream.answer;
    const toolCalls = completion.choices[0]?.message.tool_calls?.length ?? 0;
    return { end: 'completed', toolCalls };
  } catch (thrown) {
    if (!isChatError(thrown)) throw thrown;
    return { ...nothing, end: thrown };
  }
}

/** One step for each request; the last repeats. */
function stepsOf({ script }: FaultCase): FaultStep[] {
  const last = script.at(-1) ?? 'ok';
  return Array.from({ length: mostRequests }, (_, index) => script[index] ?? last);
}
