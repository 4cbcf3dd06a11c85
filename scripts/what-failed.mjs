// Read by `.ci/run` on the runner's own Node, so plain JavaScript.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vitestFailures } from './vitest-failures.mjs';

/** An error that no test owns is told at the end of a log. */
const lastLines = 80;

/**
 * What failed in a step, in lines, from the vitest report or the log that it left in `folder`.
 *
 * Where neither names anything, such as after an error outside of every test, it is the end of the log.
 *
 * @param {string} folder
 * @param {string} step
 * @returns {string[]}
 */
export function whatFailed(folder, step) {
  /** @param {string} name */
  const read = (name) => {
    const path = join(folder, `${step}.${name}`);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const report = read('json');
  const log = read('log').trimEnd().split('\n');
  const failures =
    report === ''
      ? log.filter((line) => line.startsWith('✗ '))
      : vitestFailures(JSON.parse(report), process.cwd());
  return failures.length > 0 ? failures : log.slice(-lastLines);
}
