// Everything in a `*.proof.ts`: tests that take too long for `npm test`. The packages have been built before.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, vitestCounts } from './vitest-counts.mjs';
import { vitestFailures } from './vitest-failures.mjs';

// Where they cannot be installed, the proofs in a browser and in shells fail and say so, and the others run.
spawnSync('node', ['scripts/debian-packages.mjs'], { stdio: 'inherit' });

const folder = mkdtempSync(join(tmpdir(), 'farebox-proofs-'));
const file = join(folder, 'report.json');
const settings = ['--config=vitest.proofs.config.ts', '--reporter=default', '--reporter=json'];
const { status } = spawnSync(
  'vitest',
  ['run', ...settings, `--outputFile.json=${file}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
// Without a report vitest found no proof at all or broke down; both are a failure.
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
const counts = report ? vitestCounts(report) : { passed: 0, failed: 1, skipped: 0 };
rmSync(folder, { recursive: true });
if (counts.passed + counts.failed === 0) counts.failed = 1;
for (const failure of report ? vitestFailures(report, process.cwd()) : []) console.log(failure);
console.log(`\n${closingLine(counts)}`);
process.exitCode = status === 0 && counts.failed === 0 ? 0 : 1;
