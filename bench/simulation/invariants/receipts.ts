import { amountOf } from '@farebox/cost';
import type { AttemptRecord, CallRecord } from '../world/records.ts';
import { excusedOverruns } from './dearer-than-asked.ts';
import type { Invariant } from './invariant.ts';

const attemptId = ({ callId, number }: AttemptRecord) => `${callId}/${number}`;

export const receiptInvariants: readonly Invariant[] = [
  {
    holds: 'every attempt has exactly one receipt, in the ledger and for whoever listens',
    *broken({ calls, ledgers }) {
      const settled = ledgers.flatMap((ledger) => ledger.settled.map(({ id }) => id));
      const heard = calls.flatMap(({ receipts }) => receipts.map(({ id }) => id));
      for (const call of calls) {
        for (const attempt of call.attempts) {
          const id = attemptId(attempt);
          const inLedger = settled.filter((other) => other === id).length;
          const told = heard.filter((other) => other === id).length;
          if (inLedger !== 1) yield `call ${call.index}: ${id} was settled ${inLedger} times`;
          if (told !== 1) yield `call ${call.index}: of ${id}, ${told} receipts were told`;
        }
      }
      const attempts = calls.flatMap((call) => call.attempts.map(attemptId));
      for (const id of settled) if (!attempts.includes(id)) yield `${id} is no attempt`;
    },
  },
  {
    holds: 'no two reservations have one id',
    *broken({ ledgers }) {
      for (const { reserved } of ledgers) {
        const ids = reserved.map(({ id }) => id);
        for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) yield id;
      }
    },
  },
  {
    holds: 'every request that reached the provider is of an attempt',
    *broken({ calls, provider }, ids) {
      const numbers = requestsOf(calls).map(({ number }) => number);
      for (const { id } of provider.books.requests) {
        const of = numbers.filter((number) => ids[number - 1] === id).length;
        if (of !== 1) yield `${id} is of ${of}`;
      }
    },
  },
  {
    holds: 'a receipt is never less than what the provider bills for its attempt',
    *broken(world, ids) {
      const { calls, provider } = world;
      const excused = excusedOverruns(world);
      const costs = new Map(provider.books.requests.map(({ id, cost }) => [id, cost]));
      for (const call of calls) {
        for (const attempt of call.attempts) {
          const receipt = call.receipts.find(({ id }) => id === attemptId(attempt));
          if (receipt === undefined || receipt.cost.known === 'unknown') continue;
          // The bound is of what was asked for.
          if (receipt.cost.known === 'bounded' && excused.has(receipt.id)) continue;
          const billed = attempt.requests.reduce(
            (sum, { number }) => sum + (costs.get(ids[number - 1] ?? '') ?? 0n),
            0n,
          );
          const charged = amountOf(receipt.cost);
          if (charged < billed) {
            const faults = JSON.stringify(attempt.requests.map(({ step }) => step));
            yield `${receipt.id} charges ${charged} (${receipt.cost.known}, ${receipt.outcome}), the provider ${billed}; faults ${faults}`;
          }
        }
      }
    },
  },
  {
    holds:
      'a receipt is never more than its reservation, unless the provider served what nobody asked for',
    *broken(world) {
      const excused = excusedOverruns(world);
      for (const { settled } of world.ledgers) {
        for (const { id, cost, reserved, overrun } of settled) {
          if (overrun && !excused.has(id)) yield `${id} cost ${amountOf(cost)} of ${reserved}`;
        }
      }
    },
  },
  {
    holds: 'usage that was drained is what the provider bills, to the last picodollar',
    *broken({ calls, provider }, ids) {
      const costs = new Map(provider.books.requests.map(({ id, cost }) => [id, cost]));
      for (const { client, attempts, receipts } of calls) {
        if (client.drain === undefined) continue;
        for (const { id, outcome, cost } of receipts) {
          const isLeft = outcome === 'aborted' || outcome === 'abandoned';
          const { requests = [] } = attempts.find((attempt) => attemptId(attempt) === id) ?? {};
          const [request] = requests;
          // A fault may change what is said of the usage.
          if (!isLeft || cost.known !== 'reported' || request?.step !== 'ok') continue;
          const billed = costs.get(ids[request.number - 1] ?? '') ?? 0n;
          if (cost.amount !== billed) yield `${id} charges ${cost.amount}, the provider ${billed}`;
        }
      }
    },
  },
  {
    holds: 'a drain is over when its time is, or that of its call',
    *broken({ calls, scenario }) {
      if (scenario.upsets.some(({ kind }) => kind === 'suspend')) return;
      for (const { index, client, startedMs = 0, endedMs = 0, settledMs = 0 } of calls) {
        const { drain, clocks, ledger } = client;
        if (drain === undefined) continue;
        const deadlineMs = startedMs + (clocks.totalMs ?? 600_000);
        const latestMs = Math.max(endedMs, Math.min(endedMs + (drain.ms ?? 2_000), deadlineMs));
        // A timer waits whole milliseconds, and a ledger takes its time twice.
        const writtenMs = 1 + 2 * (scenario.ledgers[ledger]?.settleMs ?? 0);
        if (settledMs > latestMs + writtenMs) yield `call ${index}: ${settledMs - endedMs} ms`;
      }
    },
  },
  {
    holds: 'an unknown outcome is charged at its bound, never at nothing',
    *broken({ calls }) {
      for (const call of calls) {
        for (const { id, outcome, cost, reserved } of call.receipts) {
          const mayBeBilled = ['server', 'truncated', 'abandoned'].includes(outcome);
          if (mayBeBilled && reserved > 0n && amountOf(cost) === 0n)
            yield `${id}: ${outcome}, ${cost.known}`;
        }
      }
    },
  },
];

function requestsOf(calls: readonly CallRecord[]) {
  return calls.flatMap(({ attempts }) => attempts.flatMap(({ requests }) => requests));
}
