import { isDeepStrictEqual } from 'node:util';
import { errorKinds } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { AttemptMoney, FaultCase } from '@farebox/simulator/fault-table';
import { expectedRequests } from '../expected-requests.ts';
import { isWhole } from '../whole-answer.ts';
import type { Observation } from './observation.ts';

/** Timers of the platform may fire this much early. */
const timerSlackMs = 2;

/**
 * Everything in which a call differs from what the table says, as sentences; none means that it was right.
 *
 * The table is taken at its word, and what must hold of every call is checked beside it.
 */
export function differences(faultCase: FaultCase, seen: Observation): string[] {
  const { expected } = faultCase;
  const found: string[] = [];
  const expect = (what: string, actual: unknown, wanted: unknown) => {
    if (!isDeepStrictEqual(actual, wanted)) {
      found.push(`${what} is ${shown(actual)} instead of ${shown(wanted)}`);
    }
  };
  const { error, receipts } = seen;
  const kind = error?.kind ?? (seen.left ? 'abandoned' : 'completed');
  expect('kind', seen.untyped ?? kind, expected.kind);
  if (expected.code !== undefined) expect('code', error?.code, expected.code);
  if (error !== undefined) expect('delivered', error.delivered, expected.delivered);
  expect('exit', error?.exit ?? 0, expected.exit);
  expect('attempts', receipts.length, expected.attempts);
  expect('money', receipts.map(moneyOf), expected.money);
  if (expected.gaveUp !== undefined) expect('gaveUp', error?.gaveUp, expected.gaveUp);
  if (expected.retryAfterMs !== undefined) {
    expect('retryAfterMs', error?.retryAfterMs, expected.retryAfterMs);
  }
  return [...found, ...waiting(faultCase, seen), ...always(faultCase, seen)];
}

/** How an attempt was paid for, in the words of the table. */
function moneyOf({ cost }: Receipt): AttemptMoney | 'unknown' {
  if (cost.known === 'unknown') return 'unknown';
  return cost.known === 'reported' && cost.amount === 0n ? 'none' : cost.known;
}

function waiting({ expected }: FaultCase, { events, waitsMs }: Observation): string[] {
  const found: string[] = [];
  const [asked] = events.flatMap((event) => (event.type === 'wait' ? [event.waitMs] : []));
  const [waited] = waitsMs;
  const { waitsAtLeastMs, waitsAtMostMs } = expected;
  if (waitsAtLeastMs !== undefined && !((waited ?? 0) >= waitsAtLeastMs - timerSlackMs)) {
    found.push(`the wait was ${waited} ms, less than ${waitsAtLeastMs}`);
  }
  if (waitsAtMostMs !== undefined && !((asked ?? Infinity) <= waitsAtMostMs)) {
    found.push(`the wait was set to ${asked} ms, more than ${waitsAtMostMs}`);
  }
  return found;
}

/** What must hold of every call, whatever happens to it. */
function always(faultCase: FaultCase, seen: Observation): string[] {
  const { name, request } = faultCase;
  const { error, receipts, ends } = seen;
  const found: string[] = [];
  const claim = (holds: boolean, sentence: string) => {
    if (!holds) found.push(sentence);
  };
  const completed = error === undefined && seen.untyped === undefined && !seen.left;
  const withTools = request?.tools !== undefined;
  claim(seen.untyped === undefined, `what was thrown is no ChatError: ${seen.untyped}`);
  if (completed) claim(isWhole(name, seen, withTools), 'the answer is not the whole one');
  if (error !== undefined) {
    claim(
      Object.hasOwn(errorKinds, error.kind),
      `the kind ${error.kind} is not in the table of kinds`,
    );
    claim(
      error.message !== '' && error.fix !== '',
      'the error does not say what happened, or what to do',
    );
    claim(error.attempts === receipts.length, `the error counts ${error.attempts} attempts`);
    claim(seen.text === '' || error.delivered, 'text was delivered, and the error denies it');
    const kept = error.partial?.choices[0]?.message.content ?? '';
    claim(kept.startsWith(seen.text), 'the partial answer is not what was delivered');
  }
  claim(
    ends.every((heard) => heard.length === 1),
    'a stream has not ended exactly once',
  );
  claim(ends.length <= 1, 'more than one stream was handed on');
  const ids = new Set(receipts.map(({ id }) => id));
  claim(ids.size === receipts.length, 'two receipts have one id');
  const requests = expectedRequests(faultCase);
  claim(seen.sent === requests, `${seen.sent} requests were sent instead of ${requests}`);
  claim(seen.stillReserved === 0n, `${seen.stillReserved} picodollars are still reserved`);
  claim(seen.timersLeft === 0, `${seen.timersLeft} timers are left`);
  claim(seen.listenersLeft === 0, `${seen.listenersLeft} abort listeners are left`);
  claim(seen.leaks.length === 0, `leaked: ${seen.leaks.join(', ')}`);
  return found;
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(' + ') : String(value);
}
