import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = /** @type {(options: { type: "minor" }) => void} */ (runInNewContext('gc'));

/** @typedef {() => Promise<void>} Run */

/**
 * What each run takes, round by round, after one that warms up and does not count.
 *
 * Every round runs all of them, each time another one first and without the garbage of the one before: what else goes on
 * on the machine meets all of them alike. Only young garbage is collected: a full collection would age code
 *
 * @param {Readonly<Record<string, Run>>} runs
 * @param {number} rounds
 * @param {(run: Run) => Promise<number>} taken
 */
export async function measure(runs, rounds, taken) {
  const entries = Object.entries(runs);
  /** @type {Record<string, number[]>} */
  const values = {};
  for (const [name, run] of entries) {
    await run();
    values[name] = [];
  }
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const [name, run] = /** @type {[string, Run]} */ (entries[(round + turn) % entries.length]);
      collectGarbage({ type: 'minor' });
      values[name]?.push(await taken(run));
    }
  }
  return values;
}

/** CPU of this process, in microseconds: the server is another one. */
export async function cpuMicroseconds(/** @type {Run} */ run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

export async function wallMilliseconds(/** @type {Run} */ run) {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

export function median(/** @type {readonly number[]} */ values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = sorted.slice(sorted.length % 2 === 1 ? middle : middle - 1, middle + 1);
  return (Number(low) + Number(high ?? low)) / 2;
}

/** The median of what `compare` makes of the two values of each round. */
export function medianAgainst(
  /** @type {readonly number[]} */ values,
  /** @type {readonly number[]} */ yardstick,
  /** @type {(value: number, yardstick: number) => number} */ compare,
) {
  return median(values.map((value, round) => compare(value, Number(yardstick[round]))));
}
