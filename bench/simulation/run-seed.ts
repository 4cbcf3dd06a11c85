import { invariants } from './invariants/all.ts';
import { neverOverspent, overspent } from './invariants/budget.ts';
import { drawScenario } from './scenario/draw-scenario.ts';
import { runToTheEnd } from './world/run-to-the-end.ts';
import { openWorld, type World } from './world/world.ts';

/** What came of one seed. */
export interface SeedRun {
  readonly seed: number;
  /** Two runs with the same hash are the same run. */
  readonly hash: string;
  /** What did not hold, a sentence each; none is right. */
  readonly broken: readonly string[];
  readonly world: World;
}

/** Plays one seed in virtual time, and holds it to every invariant; `spoil` as in `openWorld`. */
export async function runSeed(
  seed: number,
  spoil?: Parameters<typeof openWorld>[1],
): Promise<SeedRun> {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', listen);
  const world = openWorld(drawScenario(seed), spoil);
  const broken: string[] = [];
  let seen = -1;
  const isOver = await runToTheEnd(world, async () => {
    const movements = world.ledgers.reduce(
      (sum, each) => sum + each.reserved.length + each.settled.length,
      0,
    );
    if (movements === seen || broken.length > 0) return;
    seen = movements;
    for (const how of await overspent(world)) broken.push(`${neverOverspent}: ${how}`);
  });
  process.off('unhandledRejection', listen);
  if (!isOver) broken.push('every call ends: nothing moves any more, or too much does');
  const ids = await world.provider.ids();
  for (const { holds, broken: found } of invariants) {
    for (const how of found(world, ids)) broken.push(`${holds}: ${how}`);
  }
  for (const reason of unhandled) broken.push(`no rejection is left unhandled: ${String(reason)}`);
  return { seed, hash: world.trace.hash(), broken, world };
}
