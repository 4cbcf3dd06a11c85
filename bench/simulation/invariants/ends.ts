import { isChatError } from '@farebox/core';
import type { CallRecord } from '../world/records.ts';
import type { Invariant } from './invariant.ts';

export const endInvariants: readonly Invariant[] = [
  {
    holds: 'each call ends exactly once',
    *broken({ calls }) {
      for (const { index, outcomes } of calls) {
        if (outcomes.length !== 1) yield `call ${index} ended ${outcomes.length} times`;
      }
    },
  },
  {
    holds: 'whatever a call throws is a ChatError that says what happened and what to do',
    *broken({ calls }) {
      for (const [index, error] of thrownBy(calls)) {
        if (!isChatError(error)) yield `call ${index} threw ${String(error)}`;
        else if (error.message === '' || error.fix === '')
          yield `call ${index}: ${error.kind} is mute`;
      }
    },
  },
  {
    holds: 'what was delivered is never denied, and nothing that was not is claimed',
    *broken({ calls }) {
      for (const call of calls) {
        const error = errorOf(call);
        if (error === undefined) continue;
        const got = [...call.pieces, ...call.voided.map(({ text }) => text)].join('') !== '';
        const opened = call.attempts.some((attempt) => attempt.opened);
        if (got && !error.delivered)
          yield `call ${call.index} got text, and ${error.kind} denies it`;
        if (error.delivered && !opened)
          yield `call ${call.index} got nothing, and ${error.kind} claims it`;
      }
    },
  },
  {
    holds: 'each stream tells its end exactly once',
    *broken({ calls }) {
      for (const { index, attempts } of calls) {
        for (const { opened, ends } of attempts) {
          if (ends.length !== (opened ? 1 : 0)) yield `call ${index}: ${ends.length} ends`;
        }
      }
    },
  },
  {
    holds: 'a call is complete only if its last stream was',
    *broken({ calls }) {
      for (const call of calls) {
        const last = call.attempts.at(-1);
        const [outcome] = call.outcomes;
        if (outcome?.how === 'completed' && last?.ends[0] !== 'completed') {
          yield `call ${call.index} completed on a stream that ended ${JSON.stringify(last?.ends)}`;
        }
      }
    },
  },
  {
    holds: 'an abort ends a call at once, whatever it waits for',
    *broken({ calls, scenario }) {
      const sleeps = scenario.upsets.some(({ kind }) => kind === 'suspend');
      for (const { index, client, plan, aborted, startedMs, endedMs } of calls) {
        if (aborted === undefined || sleeps) continue;
        if (aborted.phase.startsWith('after') || aborted.phase.startsWith('at ')) continue;
        if (aborted.phase === 'before its start') continue;
        // A whole answer that lies unread when its deadline falls is kept for its reader, who is not
        // waiting for anything: an abort after that is heard no more.
        const { totalMs = 600_000 } = client.clocks;
        if (aborted.atMs >= (startedMs ?? 0) + totalMs) continue;
        const { reserveMs, settleMs } = scenario.ledgers[client.ledger] ?? {
          reserveMs: 0,
          settleMs: 0,
        };
        // What is written down is written down, and who is busy hears of it later.
        const mostMs = 2 * (reserveMs + settleMs) + (plan.reading === 'slow' ? plan.pauseMs : 0);
        const tookMs = (endedMs ?? Number.POSITIVE_INFINITY) - aborted.atMs;
        if (tookMs > mostMs + 1e-6) yield `call ${index} took ${tookMs} ms, ${aborted.phase}`;
      }
    },
  },
];

function thrownBy(calls: readonly CallRecord[]): [number, unknown][] {
  return calls.flatMap(({ index, outcomes }) =>
    outcomes.flatMap((outcome): [number, unknown][] =>
      outcome.how === 'threw' ? [[index, outcome.error]] : [],
    ),
  );
}

export function errorOf({ outcomes }: CallRecord) {
  const [outcome] = outcomes;
  return outcome?.how === 'threw' && isChatError(outcome.error) ? outcome.error : undefined;
}
