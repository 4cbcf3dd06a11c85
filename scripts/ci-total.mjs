// The end of `.ci/run`: adds up what the steps counted, and prints the closing line.
import { stepCounts } from './step-counts.mjs';
import { closingLine } from './vitest-counts.mjs';

const [folder = '', ...steps] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
console.log('');
for (const step of steps) {
  const counts = stepCounts(folder, step);
  console.log(`${step}: ${closingLine(counts)}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
