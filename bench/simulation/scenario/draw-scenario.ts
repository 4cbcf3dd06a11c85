import { dice } from './dice.ts';
import { drawCall } from './draw-call.ts';
import { drawClient } from './draw-client.ts';
import { drawProvider } from './draw-provider.ts';
import { drawScope } from './draw-scope.ts';
import type { Scenario, Upset } from './scenario.ts';

const day = 86_400_000;

/**
 * What a seed plays: a handful of calls, and everything that can go wrong with them.
 *
 * Small scenarios, many of them: what two calls cannot show, ten thousand seeds of six will.
 */
export function drawScenario(seed: number): Scenario {
  const roll = dice(seed, 'scenario');
  const ledgers = Array.from({ length: roll.whole(1, 2) }, () => ({
    reserveMs: roll.chance(0.2) ? roll.milliseconds(0, 40) : 0,
    settleMs: roll.chance(0.2) ? roll.milliseconds(0, 40) : 0,
  }));
  const scopes = Array.from({ length: roll.whole(1, 4) }, (_, index) => drawScope(roll, index));
  const clients = Array.from({ length: roll.whole(1, 4) }, () => {
    const own = scopes.map((_, index) => index).filter(() => roll.chance(0.5));
    return drawClient(roll, roll.whole(0, ledgers.length - 1), own);
  });
  const spreadMs = roll.pick([1, 500, 5_000, 60_000]);
  const calls = Array.from({ length: roll.whole(3, 8) }, (_, index) => {
    const client = roll.whole(0, clients.length - 1);
    return drawCall(
      dice(seed, `call ${index}`),
      index,
      client,
      clients[client]?.request ?? {},
      spreadMs,
    );
  });
  const upsets: Upset[] = Array.from({ length: roll.pick([0, 0, 1, 2]) }, () => ({
    kind: roll.pick(['jump', 'suspend'] as const),
    atMs: roll.milliseconds(0, roll.pick([spreadMs, 2_000, 60_000])),
    ms: 0,
  })).map((upset) => ({
    ...upset,
    ms:
      upset.kind === 'suspend'
        ? roll.milliseconds(100, roll.pick([2_000, 60_000, 3_600_000, day]))
        : roll.pick([-1, 1]) * roll.pick([1, 60_000, 3_600_000, day, 3 * day]),
  }));
  return {
    seed,
    scopes,
    ledgers,
    clients,
    calls,
    provider: drawProvider(dice(seed, 'provider')),
    upsets,
    sharedAbortAtMs: roll.chance(0.5) ? roll.milliseconds(0, 2 * spreadMs) : undefined,
  };
}
