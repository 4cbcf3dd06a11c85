import { fail } from 'node:assert/strict';
import { type ConformanceOptions, type LedgerCheck, runOnStore } from '../harness.js';
import { describeHistory, type History, randomHistory } from './history.js';
import { randomNumbers } from './random-numbers.js';
import { runHistory } from './run-history.js';
import { shrink } from './shrink.js';

/**
 * Plays random histories of concurrent actions, and shrinks the first that fails to a minimal one.
 *
 * All run on one store, each in scopes of its own; a shrunk history gets a fresh one.
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
          const fails = (candidate: History) => failureOf(options, candidate);
          const found = await shrink(history, error as Error, fails);
          fail(
            `${found.error.message}\n\nThe shortest history found that does it (seed ${seed + run}):\n${describeHistory(found.history)}`,
          );
        }
      }
    },
  };
}

async function failureOf(
  options: ConformanceOptions,
  history: History,
): Promise<Error | undefined> {
  try {
    await runOnStore(options, (bench) => runHistory(bench, history, 'shrunk'));
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
