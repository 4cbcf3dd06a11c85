// The end of `.ci/run`: tells once more what failed, adds up what the steps counted, and prints the closing line.
import { stepCounts } from './step-counts.mjs';
import { closingLine } from './vitest-counts.mjs';
import { whatFailed } from './what-failed.mjs';

const [folder = '', ...steps] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
console.log('');
const all = steps.map((step) => ({ step, counts: stepCounts(folder, step) }));
for (const { step, counts } of all) {
  if (counts.failed > 0) for (const line of whatFailed(folder, step)) console.log(line);
}
for (const { step, counts } of all) {
  console.log(`${step}: ${closingLine(counts)}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
