import type { Dice } from './dice.ts';
import { drawFaults } from './draw-faults.ts';
import type { Scenario } from './scenario.ts';

/** Where the calls go: what fails, how fast it writes, what it lets through. */
export function drawProvider(roll: Dice): Scenario['provider'] {
  return {
    faults: drawFaults(roll),
    pace: roll.chance(0.6)
      ? {
          firstTokenMs: roll.pick([0, roll.whole(1, 400), roll.whole(1, 4_000)]),
          tokensPerSecond: roll.pick([2, 30, 500]),
          jitter: roll.pick([0, 0.5, 1]),
        }
      : undefined,
    limits: roll.chance(0.15)
      ? {
          ...(roll.chance(0.6) && { requestsPerMinute: roll.pick([1, 5, 60]) }),
          ...(roll.chance(0.6) && { tokensPerMinute: roll.pick([30, 200, 5_000]) }),
        }
      : {},
  };
}
