import type { Dice } from './dice.ts';
import type { PlannedScope } from './scenario.ts';

/** A limit that holds from none of the calls to all of them; a few have none. */
export function drawScope(roll: Dice, index: number): PlannedScope {
  const millionths = roll.pick([
    roll.whole(5, 100),
    roll.whole(100, 3_000),
    roll.whole(3_000, 100_000),
  ]);
  const limitUsd = (millionths / 1_000_000).toFixed(6);
  return { id: `scope-${index}`, limitUsd: roll.chance(0.25) ? undefined : limitUsd };
}
