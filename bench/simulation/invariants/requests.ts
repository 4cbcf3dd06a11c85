import { defaultRetryPolicy } from '@farebox/core';
import type { PlannedClient } from '../scenario/scenario.ts';
import type { CallRecord } from '../world/records.ts';
import { errorOf } from './ends.ts';
import type { Invariant } from './invariant.ts';

export const requestInvariants: readonly Invariant[] = [
  {
    holds: 'no request leaves after its caller has aborted',
    *broken({ calls }) {
      for (const [{ index }, request] of requestsOf(calls)) {
        if (request.afterAbort) yield `call ${index} sent request ${request.number}`;
      }
    },
  },
  {
    holds: 'no request leaves after the deadline of its call',
    *broken({ calls }) {
      for (const [{ index }, request] of requestsOf(calls)) {
        if (request.afterDeadline) yield `call ${index} sent request ${request.number}`;
      }
    },
  },
  {
    holds: 'no request comes back before the time that the server named',
    *broken({ calls }) {
      for (const call of calls) {
        for (const [at, attempt] of call.attempts.entries()) {
          const before = call.attempts[at - 1];
          const refused = before?.requests.at(-1);
          const [next] = attempt.requests;
          if (before?.model !== attempt.model || refused?.hintMs === undefined) continue;
          const waitedMs = (next?.sentMs ?? Number.POSITIVE_INFINITY) - (refused.answeredMs ?? 0);
          // Sums of fractions of milliseconds.
          if (waitedMs < refused.hintMs - 1e-6) {
            yield `call ${call.index} waited ${waitedMs} of ${refused.hintMs} ms`;
          }
        }
      }
    },
  },
  {
    holds:
      'there are no more attempts than one and the retries, as often for each fallback and each resumption',
    *broken({ calls }) {
      for (const { index, client, attempts } of calls) {
        const { retries = defaultRetryPolicy.retries, fallbackModels } = client;
        const most = (retries + 1) * (fallbackModels.length + 1) * (resumptionsOf(client) + 1);
        if (attempts.length > most) yield `call ${index} made ${attempts.length} of ${most}`;
      }
    },
  },
  {
    holds: 'nothing is sent again once something was delivered, unless it was asked for',
    *broken({ calls }) {
      for (const { index, client, attempts } of calls) {
        const before = attempts.slice(0, -1).filter((attempt) => attempt.opened).length;
        const asked = resumptionsOf(client);
        if (before > asked) yield `call ${index} was resumed ${before} times of ${asked}`;
      }
    },
  },
  {
    holds: 'each time that an answer is resumed is told before its next piece',
    *broken({ calls }) {
      for (const { index, attempts, resumptions } of calls) {
        const opened = attempts.filter((attempt) => attempt.opened).length;
        if (resumptions !== Math.max(0, opened - 1)) {
          yield `call ${index} opened ${opened} answers and told ${resumptions} times`;
        }
      }
    },
  },
  {
    holds: 'what a restart says is void is all that the caller has',
    *broken({ calls }) {
      for (const { index, plan, voided } of calls) {
        // Who asks for the whole is handed nothing.
        if (plan.reading === 'ask' || plan.reading === 'stop-reading') continue;
        for (const { text, saidCharacters } of voided) {
          if (text.length !== saidCharacters)
            yield `call ${index}: ${saidCharacters} of ${text.length}`;
        }
      }
    },
  },
  {
    holds: 'an error and an answer say how many attempts were made',
    *broken({ calls }) {
      for (const call of calls) {
        const made = call.attempts.length;
        const [outcome] = call.outcomes;
        const told = outcome?.how === 'completed' ? outcome.attempts : errorOf(call)?.attempts;
        const kind = errorOf(call)?.kind;
        // A call that was refused on the way down has made none, and may say one.
        if (told === undefined || (made === 0 && told <= 1)) continue;
        if (told !== made)
          yield `call ${call.index} says ${told} of ${made} (${kind ?? 'completed'})`;
      }
    },
  },
];

function resumptionsOf({ onTruncated, resumptions = 1 }: PlannedClient): number {
  return onTruncated === 'throw' ? 0 : resumptions;
}

function requestsOf(calls: readonly CallRecord[]) {
  return calls.flatMap((call) =>
    call.attempts.flatMap(({ requests }) => requests.map((request) => [call, request] as const)),
  );
}
