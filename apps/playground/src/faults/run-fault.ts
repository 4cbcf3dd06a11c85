import { type AnswerStream, ChatClient } from '@farebox/chat';
import { type Clock, isChatError, retryQuota } from '@farebox/core';
import { memoryLedger, scope } from '@farebox/cost';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { type RunRecorder, recordRun } from '../wire/record-run.js';
import { answerRule } from './answer.js';
import { type Caller, callerOf } from './caller.js';
import type { FaultEnd, FaultRunEvent } from './fault-run.js';
import { faultSteps } from './fault-steps.js';
import { hurriedClock } from './hurried-clock.js';
import { seededRandom } from './seeded-random.js';
import { shortClocks } from './short-clocks.js';

export interface RunFaultOptions {
  readonly faultCase: FaultCase;
  readonly simulate: typeof import('@farebox/simulator').simulate;
  readonly clock: Clock;
  /** The reader's stop. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: FaultRunEvent) => void;
}

/** Fast enough for the clocks, slow enough to see. */
const pace = { firstTokenMs: 150, tokensPerSecond: 50 };
/** The same fault runs the same way each time: answers, ids, and the waits between attempts. */
const seed = 1;

/** Makes one call under a fault with a real `ChatClient`, everything on, and tells what happens. Never rejects. */
export async function runFault(options: RunFaultOptions): Promise<void> {
  const { faultCase, clock, signal, onEvent } = options;
  try {
    const simulator = options.simulate({
      seed,
      clock: hurriedClock(clock),
      pace,
      faults: faultSteps(faultCase),
      answers: [answerRule],
    });
    const recorder = recordRun({
      fetch: simulator.fetch,
      clock,
      totalMs: shortClocks.totalMs,
      onEvent: (event) => onEvent({ type: 'recorded', event }),
    });
    const caller = callerOf(faultCase.client, clock, recorder.acted);
    signal.addEventListener('abort', () => recorder.acted('You stop the run'), { once: true });
    const client = clientFor(options, recorder, caller);
    caller.starts();
    const stream = client.stream('When is an answer complete?', {
      signal: AbortSignal.any([caller.signal, signal]),
    });
    const ended = await endOf(stream, caller, (text) => onEvent({ type: 'text', text }));
    onEvent(signal.aborted ? { type: 'stopped' } : { type: 'ended', ...ended });
  } catch {
    onEvent({ type: 'broken' });
  }
}

function clientFor(
  { faultCase, onEvent }: RunFaultOptions,
  { fetch, observe }: RunRecorder,
  caller: Caller,
): ChatClient {
  const { clock } = caller;
  return new ChatClient({
    model: 'gpt-4o-mini',
    max_completion_tokens: 200,
    ...faultCase.request,
    baseURL: 'https://simulator.invalid/v1',
    apiKey: 'sk-simulated',
    fetch,
    // A quota of its own: one run must not take the retries of the next.
    retry: { quota: retryQuota() },
    clocks: shortClocks,
    budget: scope({ id: 'this run', limitUsd: '1.00' }),
    ledger: memoryLedger({ now: () => clock.now() }),
    clock,
    random: seededRandom(seed),
    observe(event) {
      observe(event);
      if (event.type === 'receipt') onEvent({ type: 'receipt', receipt: event.receipt });
      if (event.type === 'wait') caller.waits();
    },
  });
}

/** Reads as the caller does. */
async function endOf(
  stream: AnswerStream,
  caller: Caller,
  onText: (text: string) => void,
): Promise<{ readonly end: FaultEnd; readonly toolCalls: number }> {
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
