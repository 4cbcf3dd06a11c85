// Runs the fault table against every client and writes docs/faults.md. Usage: npm run faults
import { writeFileSync } from 'node:fs';
import { contenders } from './contenders.ts';
import { faultsPage } from './page/page.ts';
import { madeWith } from './page/versions.ts';
import { fareboxFailures, runMatrix, secondsOf } from './run-matrix.ts';

const matrix = await runMatrix((line) => console.error(line));
const page = faultsPage(matrix, Object.keys(contenders), madeWith(new Date()));
writeFileSync(new URL('../../docs/faults.md', import.meta.url), page);

const failures = fareboxFailures(matrix);
for (const line of failures) console.error(line);
console.log(`docs/faults.md is written: ${matrix.results.length} runs in ${secondsOf(matrix)} s.`);
process.exitCode = failures.length === 0 ? 0 : 1;
