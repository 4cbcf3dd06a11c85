import { defaultRetryPolicy } from '@farebox/core';
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
    holds: 'there are no more attempts than one, the retries and as many for each fallback',
    *broken({ calls }) {
      for (const { index, client, attempts } of calls) {
        const { retries = defaultRetryPolicy.retries, fallbackModels } = client;
        const most = (retries + 1) * (fallbackModels.length + 1);
        if (attempts.length > most) yield `call ${index} made ${attempts.length} of ${most}`;
      }
    },
  },
  {
    holds: 'nothing is sent again once something was delivered',
    *broken({ calls }) {
      for (const { index, attempts } of calls) {
        const opened = attempts.findIndex((attempt) => attempt.opened);
        if (opened !== -1 && opened < attempts.length - 1) {
          yield `call ${index}: attempt ${opened + 1} of ${attempts.length} delivered`;
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

function requestsOf(calls: readonly CallRecord[]) {
  return calls.flatMap((call) =>
    call.attempts.flatMap(({ requests }) => requests.map((request) => [call, request] as const)),
  );
}
