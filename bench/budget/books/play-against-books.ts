import type { Balance, Ledger } from '@farebox/cost';
import { excusedOverruns } from '../../simulation/invariants/dearer-than-asked.ts';
import { drawScenario } from '../../simulation/scenario/draw-scenario.ts';
import { runToTheEnd } from '../../simulation/world/run-to-the-end.ts';
import type { OpenStore } from '../../simulation/world/tracked-ledger.ts';
import { openWorld, type World } from '../../simulation/world/world.ts';
import { pendingLedger } from './pending-ledger.ts';

/** What came of one seed. */
export interface BooksRun {
  /** What did not hold, a sentence each. */
  readonly broken: readonly string[];
  /** Requests that the provider billed, and how many of those it went on with after the client had left. */
  readonly billed: number;
  readonly left: number;
  /** Calls that a limit refused. */
  readonly refused: number;
}

/** What provider and ledgers say at one moment. */
interface Moment {
  /** By the id of the request. */
  readonly costs: ReadonlyMap<string, bigint>;
  /** By ledger, then by scope. */
  readonly balances: readonly (readonly Balance[])[];
}

/**
 * Plays a seed of the simulation (calls at once, faults, aborts, jumps of the clock) and lays the provider's books
 * beside the ledgers, at every step. The provider knows nothing of the ledgers, and bills what it has generated.
 */
export async function playAgainstBooks(
  seed: number,
  openStore: OpenStore,
  spoil?: (ledger: Ledger) => Ledger,
): Promise<BooksRun> {
  const pendings: (() => number)[] = [];
  const world = openWorld(drawScenario(seed), spoil, (now) => {
    const { ledger, pending } = pendingLedger(openStore(now));
    pendings.push(pending);
    return ledger;
  });
  const moments: Moment[] = [];
  let seen = '';
  const look = async () => {
    // A store on a disk or a server takes real time, in which no virtual time goes by.
    for (let calm = 0; calm < 3; calm++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (pendings.some((pending) => pending() > 0)) calm = -1;
    }
    const { books } = world.provider;
    const movements = world.ledgers.map(
      ({ reserved, settled }) => reserved.length + settled.length,
    );
    const now = `${books.cost} ${movements}`;
    if (now === seen) return;
    seen = now;
    moments.push(await momentOf(world));
  };
  await runToTheEnd(world, look);
  moments.push(await momentOf(world));
  const broken = await holdAgainst(world, moments);
  const { requests } = world.provider.books;
  return {
    broken: broken.map((sentence) => `Seed ${seed}: ${sentence}`),
    billed: requests.filter(({ cost }) => cost > 0n).length,
    left: requests.filter(({ ended, cost }) => ended === 'disconnected' && cost > 0n).length,
    refused: world.calls.filter(({ outcomes: [outcome] }) => {
      const error = outcome?.how === 'threw' ? (outcome.error as { kind?: string }) : undefined;
      return error?.kind === 'budget';
    }).length,
  };
}

async function momentOf({ provider, ledgers, scopes }: World): Promise<Moment> {
  const costs = new Map(provider.books.requests.map(({ id, cost }) => [id, cost]));
  const balances = await Promise.all(
    ledgers.map((ledger) => Promise.all(scopes.map(({ id }) => ledger.balance(id)))),
  );
  return { costs, balances };
}

async function holdAgainst(world: World, moments: readonly Moment[]): Promise<string[]> {
  const { scopes, ledgers } = world;
  const ids = await world.provider.ids();
  const excused = excusedOverruns(world);
  const broken = new Set<string>();
  for (const [number, ledger] of ledgers.entries()) {
    for (const [index, { id, limit }] of scopes.entries()) {
      const reservations = ledger.reserved.filter(({ scopes: charged }) =>
        charged.some((scope) => scope.id === id),
      );
      const attempts = new Set(reservations.map((reservation) => reservation.id));
      // A provider that serves another model or tier than was asked for breaks what a bound rests on.
      if ([...attempts].some((attempt) => excused.has(attempt))) continue;
      const requests = world.calls
        .flatMap((call) => call.attempts)
        .filter(({ callId, number: attempt }) => attempts.has(`${callId}/${attempt}`))
        .flatMap((attempt) => attempt.requests.map((request) => ids[request.number - 1] ?? ''));
      const where = `${id} of ledger ${number}`;
      for (const { costs, balances } of moments) {
        const billed = requests.reduce((sum, request) => sum + (costs.get(request) ?? 0n), 0n);
        const balance = balances[number]?.[index];
        if (balance === undefined) continue;
        const { settled, reserved } = balance;
        if (limit !== undefined && billed > limit) {
          broken.add(`the provider bills ${billed} for ${where}, whose limit is ${limit}`);
        }
        if (limit !== undefined && settled + reserved > limit) {
          broken.add(`${where} holds ${settled} + ${reserved} of ${limit}`);
        }
        // Without a limit nothing is certain to be set aside.
        if (limit !== undefined && settled + reserved < billed) {
          broken.add(`${where} says ${settled} + ${reserved}, and the provider bills ${billed}`);
        }
      }
      const last = moments.at(-1)?.balances[number]?.[index];
      if (last?.reserved !== 0n) broken.add(`${where} ends with ${last?.reserved} reserved`);
    }
  }
  return [...broken];
}
