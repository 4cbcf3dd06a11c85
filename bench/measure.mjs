import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = /** @type {(options: { type: 'minor' }) => void} */ (runInNewContext('gc'));

/** @typedef {() => Promise<void>} Run */

/**
 * What each run takes, round by round, after one that warms up and does not count.
 *
 * Every round runs all of them, so what else goes on on the machine meets all of them alike; forwards and
 * backwards in turn, from another one each time, so nobody always follows the same one.
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
    const first = (round >> 1) % entries.length;
    const order = [...entries.slice(first), ...entries.slice(0, first)];
    for (const [name, run] of round % 2 === 0 ? order : order.toReversed()) {
      // The garbage of the one before. A full collection would age code that is in use.
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
