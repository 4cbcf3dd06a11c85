// Read by `.ci/run` on the runner's own Node, so plain JavaScript.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vitestCounts } from './vitest-counts.mjs';

/**
 * The counts of one step, from the vitest report or the log that it left in `folder`.
 *
 * A step that left nothing to count, or that failed without saying what, is one failure: nothing that broke is lost.
 *
 * @param {string} folder
 * @param {string} step
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function stepCounts(folder, step) {
  /** @param {string} name */
  const read = (name) => {
    const path = join(folder, `${step}.${name}`);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const report = read('json');
  const counts = report === '' ? closingCounts(read('log')) : vitestCounts(JSON.parse(report));
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const ended = read('exit').trim() === '0';
  return counts.failed === 0 && !ended ? { ...counts, failed: 1 } : counts;
}

/** @param {string} log */
function closingCounts(log) {
  const line = log.trim().split('\n').at(-1) ?? '';
  const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
  if (match === null) return undefined;
  const [passed = 0, failed = 0, skipped = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return { passed, failed, skipped };
}
