// The end of `.ci/run`: tells once more what failed, adds up what the steps counted, and prints the closing line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepCounts } from './step-counts.mjs';
import { closingLine } from './vitest-counts.mjs';
import { vitestFailures } from './vitest-failures.mjs';

const [folder = '', ...steps] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
console.log('');
for (const step of steps) {
  const report = join(folder, `${step}.json`);
  const log = join(folder, `${step}.log`);
  const failures = existsSync(report)
    ? vitestFailures(JSON.parse(readFileSync(report, 'utf8')), process.cwd())
    : linesThatFailed(existsSync(log) ? readFileSync(log, 'utf8') : '');
  for (const failure of failures) console.log(failure);
}
for (const step of steps) {
  const counts = stepCounts(folder, step);
  console.log(`${step}: ${closingLine(counts)}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} log */
function linesThatFailed(log) {
  return log.split('\n').filter((line) => line.startsWith('✗ '));
}
