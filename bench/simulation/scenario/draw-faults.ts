import type { FaultStep, NamedFault } from '@farebox/simulator';
import type { Dice } from './dice.ts';
import { drawnNames, isTaken, tableSteps } from './fault-kit.ts';

const longestScript = 40;

/** What happens to each request: half of them go well in a good hour, few in a bad one. */
export function drawFaults(roll: Dice): FaultStep[] {
  const share = roll.pick([0.1, 0.4, 0.6, 0.9]);
  return Array.from({ length: longestScript }, () => (roll.chance(share) ? drawFault(roll) : 'ok'));
}

function drawFault(roll: Dice): FaultStep {
  if (roll.chance(0.4)) return roll.pick(tableSteps);
  if (roll.chance(0.15)) {
    return { fault: 'rate-limit', retryAfterMs: roll.whole(1, roll.pick([50, 3_000, 90_000])) };
  }
  const fault = roll.pick(drawnNames) as NamedFault['fault'];
  const settings = [{ afterChunks: roll.whole(0, 8) }, { billed: roll.chance(0.5) }];
  const read = settings.filter((setting) => roll.chance(0.5) && isTaken({ fault, ...setting }));
  return Object.assign({ fault }, ...read);
}
