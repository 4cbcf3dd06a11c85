import { getEventListeners } from 'node:events';
import { type AnswerStream, ChatClient } from '@farebox/chat';
import type { ClocksOptions } from '@farebox/client';
import {
  type Call,
  type CallEvent,
  type ChatError,
  type ChatRequest,
  type Clock,
  isChatError,
  retryQuota,
  type StreamEnd,
} from '@farebox/core';
import { memoryLedger, type Receipt, scope } from '@farebox/cost';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { canaryPrompt, leaksIn, printed } from '../canaries.ts';
import { type Caller, callerOf } from '../client-action.ts';
import { countedClock } from '../counted-clock.ts';
import { type Venue, waitsOf } from '../venues/venue.ts';
import type { Got } from '../whole-answer.ts';
import type { Observation } from './observation.ts';
import { type TransportName, transports } from './transports.ts';

export interface ObserveOptions {
  readonly transport: TransportName;
  readonly clock: Clock;
  readonly clocks?: ClocksOptions & { readonly totalMs?: number };
  /** Lets the call end: with a virtual clock, by letting time pass. */
  readonly settled?: <T>(promise: Promise<T>) => Promise<T>;
  readonly request?: Partial<ChatRequest>;
}

/** Runs one case through a client as people have it, with everything on, and notes all that can be seen. */
export async function observeCall(
  faultCase: FaultCase,
  venue: Venue,
  { transport, settled = (promise) => promise, ...options }: ObserveOptions,
): Promise<Observation> {
  const clock = countedClock(options.clock);
  const caller = callerOf(faultCase.client, (ms, task) => clock.after(ms, task), clock.jump);
  const events: CallEvent[] = [];
  const receipts: Receipt[] = [];
  const ends: StreamEnd[][] = [];
  const ledger = memoryLedger({ now: () => clock.now() });
  const session = scope({ id: 'session', limitUsd: '1.00' });
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    max_completion_tokens: 200,
    ...faultCase.request,
    ...options.request,
    transport: listening(transports[transport](venue), ends),
    retry: { quota: retryQuota() },
    clocks: options.clocks,
    budget: session,
    ledger,
    clock,
    observe(event) {
      if (event.type === 'receipt') return void receipts.push(event.receipt);
      if ('attempt' in event) events.push(event);
      if (event.type === 'wait') caller.waits();
    },
  });

  const startMs = clock.monotonicMs();
  caller.starts();
  const stream = client.stream(canaryPrompt, { signal: caller.signal });
  const outcome = await settled(outcomeOf(stream, caller));
  const elapsedMs = clock.monotonicMs() - startMs;
  const { reserved } = await ledger.balance(session.id);
  const log = printed([outcome.thrown, events, receipts], { showHidden: true });
  const { thrown, ...got } = outcome;
  return {
    ...got,
    error: isChatError(thrown) ? (thrown as ChatError) : undefined,
    untyped: thrown === undefined || isChatError(thrown) ? undefined : String(thrown),
    receipts,
    events,
    ends,
    stillReserved: reserved,
    timersLeft: clock.pending,
    listenersLeft: getEventListeners(caller.signal, 'abort').length,
    leaks: leaksIn(log),
    sent: venue.sent.length,
    waitsMs: waitsOf(venue.sent),
    elapsedMs,
  };
}

interface CallOutcome extends Got {
  readonly left: boolean;
  readonly thrown: unknown;
}

/** Reads as the caller would, and says what the reader has in the end. */
async function outcomeOf(stream: AnswerStream, caller: Caller): Promise<CallOutcome> {
  let text = '';
  try {
    const pieces = stream[Symbol.asyncIterator]();
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      text += next.value;
      const then = caller.gets();
      // Who stops reading hears of the end where everybody can: from the answer.
      if (then === 'stop-reading') break;
      if (then === 'leave') {
        await pieces.return?.();
        return { text, toolCalls: [], left: true, thrown: undefined };
      }
    }
    caller.hasAll();
    const { completion } = await stream.answer;
    const toolCalls = (completion.choices[0]?.message.tool_calls ?? []).map((call) =>
      call.type === 'function' ? call.function : { name: call.custom.name, arguments: '' },
    );
    return { text, toolCalls, left: false, thrown: undefined };
  } catch (thrown) {
    return { text, toolCalls: [], left: false, thrown };
  }
}

/** The same transport, with a watcher on each stream that it opens. */
function listening(call: Call, ends: StreamEnd[][]): Call {
  return async (request, context) => {
    const stream = await call(request, context);
    const heard: StreamEnd[] = [];
    ends.push(heard);
    stream.watch({ end: (end) => void heard.push(end) });
    return stream;
  };
}
