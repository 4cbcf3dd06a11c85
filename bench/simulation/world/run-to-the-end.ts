import type { World } from './world.ts';

/** More steps than any scenario takes. */
const mostSteps = 20_000;

/**
 * Lets time pass from event to event until every call has ended, with its drains, and every caller has gone.
 *
 * @param afterStep is called when nothing more can happen without time.
 * @returns whether it came to that.
 */
export async function runToTheEnd(world: World, afterStep: () => Promise<void>): Promise<boolean> {
  const { clock, calls } = world;
  let isLeft = true;
  for (let step = 0; step < mostSteps; step++) {
    await quiet(world);
    await afterStep();
    if (calls.every(({ outcomes }) => outcomes.length > 0) && !world.isDraining()) {
      // What a caller does after the end of the last call may not hide what that has left behind.
      if (isLeft) world.noteTimersLeft();
      isLeft = false;
      if (clock.pending('caller') === 0) return true;
    }
    if (!clock.runNext()) return false;
  }
  return false;
}

/**
 * Until no promise moves any more.
 *
 * Everything between two timers is done in promises, and a turn of the event loop comes after all
 * of them. A turn in which something happened is followed by another.
 */
async function quiet({ clock, trace, provider }: World): Promise<void> {
  for (let seen = -1; ; ) {
    const now = clock.changes + trace.length + provider.bodies.reads;
    if (now === seen) return;
    seen = now;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
