import { readySimulator } from '../simulator/ready-simulator.js';

/** Quick enough for a cell of several calls, slow enough to see an answer arrive. */
const pace = { firstTokenMs: 200, tokensPerSecond: 90 };

let ready: ReturnType<typeof readySimulator> | undefined;

/**
 * The provider of one run, all that its cell can reach: a fresh simulator, so that what ran before changes nothing.
 *
 * The first run of a cell is the same everywhere, as the lesson says; each later one is another roll of the dice.
 *
 * @param run Which run of the cell it is, from 1.
 */
export function runProvider(run: number): typeof globalThis.fetch {
  let opened: Promise<typeof globalThis.fetch> | undefined;
  return async (input, init) => {
    // What could not be loaded is loaded again when it is asked for again.
    ready ??= readySimulator().catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    opened ??= ready.then(({ simulate }) => simulate({ seed: run, pace }).fetch);
    return (await opened)(input, init);
  };
}
