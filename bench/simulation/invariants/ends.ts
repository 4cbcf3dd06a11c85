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
        const got = call.pieces.join('') !== '';
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
    holds: 'an aborted call never looks like a failure of the server, nor like success in between',
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
