import type { CallEvent, Scope } from '@farebox/core';
import { type Ledger, type Receipt, scope } from '@farebox/cost';
import { dice } from '../scenario/dice.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { aborter } from './aborter.ts';
import { openClient } from './open-client.ts';
import { playCall } from './play-call.ts';
import { openProvider } from './provider.ts';
import type { AbortedPhase, CallRecord } from './records.ts';
import { simulatedClock } from './simulated-clock.ts';
import { openTrace } from './trace.ts';
import { type OpenStore, trackedLedger } from './tracked-ledger.ts';
import { trackedTransport } from './tracked-transport.ts';

export type World = ReturnType<typeof openWorld>;

/**
 * Everything of one scenario, ready to run: nothing happens before time moves.
 *
 * @param spoil puts a defect into each ledger: for the tests of the simulation itself.
 * @param openStore opens what each ledger counts in; in memory unless it is given.
 */
export function openWorld(
  scenario: Scenario,
  spoil = (ledger: Ledger) => ledger,
  openStore?: OpenStore,
) {
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
    endedMs: undefined,
    aborted: undefined,
    attempts: [],
    receipts: [],
    settledMs: undefined,
    pieces: [],
    voided: [],
    resumptions: 0,
    outcomes: [],
  }));
  const abort = (controller: AbortController) => {
    if (controller.signal.aborted) return;
    for (const call of calls) {
      if (call.controller !== controller) continue;
      const phase = phaseOf(call);
      call.aborted = { atMs: clock.monotonicMs, phase };
      note(`call ${call.index} is aborted ${phase}`);
    }
    controller.abort();
  };
  const aborts = aborter(callers, ({ controller }) => abort(controller));

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
  /** Of which call an event speaks, by the reply that it names. */
  const callOf = (event: CallEvent) =>
    calls.find((call) =>
      call.attempts.some(({ requests }) =>
        requests.some(
          ({ id }) => id !== undefined && 'error' in event && event.error.requestId === id,
        ),
      ),
    );
  const ledgers = scenario.ledgers.map((plan) =>
    trackedLedger(plan, clock.of('store'), note, openStore),
  );
  const scopes: readonly Scope[] = scenario.scopes.map(({ id, limitUsd }) =>
    scope({ id, limitUsd }),
  );
  const opens = scenario.clients.map((plan, index) =>
    openClient(plan, {
      transport,
      ledger: spoil(ledgers[plan.ledger] as Ledger),
      scopes: plan.scopes.map((at) => scopes[at] as Scope),
      clock: clock.of('farebox'),
      random: dice(seed, `client ${index}`).random,
      heard: (event, call = callOf(event)) => {
        events.push(event);
        const wait = event.type === 'wait' ? ` ${event.waitMs} ms` : '';
        note(`client ${index} ${event.type} ${event.attempt}${wait}`);
        if (call !== undefined) resumed(call, event);
      },
      receipt: (receipt: Receipt) => {
        const call = calls[Number(receipt.tags.call)];
        if (call === undefined) return;
        call.receipts.push(receipt);
        call.settledMs = clock.monotonicMs;
      },
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
    callers.after(scenario.sharedAbortAtMs, () => abort(shared));
  }
  const timersLeft = { farebox: 0, store: 0 };
  const noteTimersLeft = () => {
    for (const owner of Object.keys(timersLeft) as (keyof typeof timersLeft)[]) {
      timersLeft[owner] = clock.pending(owner);
    }
  };
  /** Whether a reply is read on for its usage: then the receipt comes after the end of its call. */
  const isDraining = () =>
    calls.some(
      ({ client, attempts, receipts }) =>
        client.drain !== undefined && receipts.length < attempts.length,
    );
  return {
    isDraining,
    timersLeft,
    noteTimersLeft,
    scenario,
    clock,
    trace,
    calls,
    events,
    provider,
    ledgers,
    scopes,
  };
}

/** A caller who hears that an answer begins anew throws away what there is of it. */
function resumed(call: CallRecord, event: CallEvent): void {
  if (event.type !== 'restart' && event.type !== 'continue') return;
  call.resumptions += 1;
  if (event.type === 'continue') return;
  const text = call.pieces.splice(0).join('');
  call.voided.push({ text, saidCharacters: event.discard.characters });
}

/** Where a call is, as far as the wire tells. */
function phaseOf({ startedMs, outcomes, attempts }: CallRecord): AbortedPhase {
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
