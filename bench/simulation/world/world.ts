import type { CallEvent, Scope } from '@farebox/core';
import { type Receipt, scope } from '@farebox/cost';
import { dice } from '../scenario/dice.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { aborter } from './aborter.ts';
import { openClient } from './open-client.ts';
import { playCall } from './play-call.ts';
import { openProvider } from './provider.ts';
import type { CallRecord } from './records.ts';
import { simulatedClock } from './simulated-clock.ts';
import { openTrace } from './trace.ts';
import { trackedLedger } from './tracked-ledger.ts';
import { trackedTransport } from './tracked-transport.ts';

export type World = ReturnType<typeof openWorld>;

/** Everything of one scenario, ready to run: nothing happens before time moves. */
export function openWorld(scenario: Scenario) {
  const { seed } = scenario;
  const clock = simulatedClock(dice(seed, 'clock'));
  const trace = openTrace(() => clock.monotonicMs);
  const { note } = trace;
  const callers = clock.of('caller');
  const events: CallEvent[] = [];
  const shared = new AbortController();

  const calls: CallRecord[] = scenario.calls.map((plan, index) => ({
    index,
    plan,
    client: scenario.clients[plan.client] as Scenario['clients'][number],
    controller: plan.sharesSignal ? shared : new AbortController(),
    startedMs: undefined,
    attempts: [],
    receipts: [],
    pieces: [],
    outcomes: [],
  }));
  const aborted: string[] = [];
  const aborts = aborter(callers, (call) => {
    if (call.controller.signal.aborted) return;
    aborted.push(phaseOf(call));
    note(`call ${call.index} is aborted ${phaseOf(call)}`);
    call.controller.abort();
  });

  const provider = openProvider(scenario, clock.of('provider'), calls, note);
  const transport = trackedTransport(
    calls,
    {
      send(call, attempt, input, init) {
        const replying = provider.send(call, attempt, input, init);
        aborts.reached(call, 'on-send');
        replying.then(
          () => aborts.reached(call, 'on-headers'),
          () => {},
        );
        return replying;
      },
      failed: (call) => aborts.reached(call, 'after-attempt'),
      note,
    },
    () => clock.monotonicMs,
  );
  const ledgers = scenario.ledgers.map((plan) => trackedLedger(plan, clock.of('store'), note));
  const scopes: readonly Scope[] = scenario.scopes.map(({ id, limitUsd }) =>
    scope({ id, limitUsd }),
  );
  const opens = scenario.clients.map((plan, index) =>
    openClient(plan, {
      transport,
      ledger: ledgers[plan.ledger] as (typeof ledgers)[number],
      scopes: plan.scopes.map((at) => scopes[at] as Scope),
      clock: clock.of('farebox'),
      random: dice(seed, `client ${index}`).random,
      heard: (event) => {
        events.push(event);
        note(
          `client ${index} ${event.type} ${event.attempt}${event.type === 'wait' ? ` ${event.waitMs} ms` : ''}`,
        );
      },
      receipt: (receipt: Receipt) => calls[Number(receipt.tags.call)]?.receipts.push(receipt),
    }),
  );

  for (const call of calls) {
    const open = opens[call.plan.client];
    if (open === undefined) throw new Error('A call has no client.');
    callers.after(call.plan.startMs, () => void playCall(call, open, callers, aborts, note));
  }
  for (const { kind, atMs, ms } of scenario.upsets) {
    callers.after(atMs, () => {
      note(`${kind} by ${ms} ms`);
      clock[kind](ms);
    });
  }
  if (scenario.sharedAbortAtMs !== undefined) {
    callers.after(scenario.sharedAbortAtMs, () => {
      for (const call of calls) {
        if (call.plan.sharesSignal && !shared.signal.aborted) aborted.push(phaseOf(call));
      }
      note('the shared signal is aborted');
      shared.abort();
    });
  }
  return { scenario, clock, trace, calls, events, aborted, provider, ledgers, scopes };
}

/** Where a call is, as far as the wire tells. */
function phaseOf({ startedMs, outcomes, attempts }: CallRecord): string {
  if (startedMs === undefined) return 'before its start';
  if (outcomes.length > 0) return 'after its end';
  const last = attempts.at(-1);
  if (last === undefined) return 'before it was sent';
  if (last.error !== undefined) return 'between attempts';
  if (last.ends.length > 0) return 'at its end';
  if (last.opened) return 'in its content';
  return last.requests.some(({ status }) => status !== undefined)
    ? 'before its content'
    : 'in its headers';
}
