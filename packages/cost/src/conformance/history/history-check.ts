import { fail } from 'node:assert/strict';
import { type Bench, type ConformanceOptions, type LedgerCheck, runOnStore } from '../harness.js';
import { describeHistory, type History, randomHistory } from './history.js';
import { randomNumbers } from './random-numbers.js';
import { runHistory } from './run-history.js';
import { shrink } from './shrink.js';

/** A race does not come out the same each time; a history without one is played once. */
const triesAtRaces = 3;

/**
 * Plays random histories of concurrent actions, and shrinks the first that fails to a minimal one.
 *
 * All run on one store, each in scopes of its own; what is shrunk gets a fresh one.
 */
export function historyCheck(options: ConformanceOptions, withDeaths: boolean): LedgerCheck {
  const { histories = 1000, seed = 1 } = options;
  return {
    name: `holds in ${histories} random histories of concurrent holders${withDeaths ? ', some of which die' : ''}`,
    check: async (bench) => {
      for (let run = 0; run < histories; run++) {
        const history = randomHistory(randomNumbers(seed + run), withDeaths);
        try {
          await runHistory(bench, history, `${seed + run}`);
        } catch (error) {
          const found = await shrunk(options, history, error as Error);
          fail(
            `${found.error.message}\n\nThe shortest history found that does it (seed ${seed + run}):\n${describeHistory(found.history)}`,
          );
        }
      }
    },
  };
}

async function shrunk(options: ConformanceOptions, history: History, error: Error) {
  let found = { history, error };
  let runs = 0;
  const shrinking = async (bench: Bench) => {
    found = await shrink(history, error, async (candidate) => {
      const races = candidate.steps.some((step) => 'together' in step && step.together.length > 1);
      for (let tries = races ? triesAtRaces : 1; tries > 0; tries--) {
        try {
          await runHistory(bench, candidate, `shrunk ${runs++}`);
        } catch (failure) {
          return failure as Error;
        }
      }
      return undefined;
    });
  };
  // The books of this store are wrong, and it says so: what is looked for is why.
  await runOnStore(options, shrinking).catch(() => {});
  return found;
}
