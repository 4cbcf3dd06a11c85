import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contenders } from './contenders.ts';
import { rightEnd } from './page/details.ts';
import { faultsPage } from './page/page.ts';
import { allCases } from './page/verdicts.ts';
import { madeWith } from './page/versions.ts';
import { fareboxFailures, type Matrix, runMatrix } from './run-matrix.ts';

const fiveMinutesMs = 300_000;
const names = Object.keys(contenders);

describe('the fault table over real sockets', () => {
  let matrix: Matrix;
  beforeAll(async () => {
    matrix = await runMatrix(() => {});
  }, fiveMinutesMs + 60_000);

  it('runs with every client in less than five minutes', () => {
    expect(matrix.results).toHaveLength(allCases.length * names.length);
    expect(matrix.elapsedMs).toBeLessThan(fiveMinutesMs);
  });

  it('Farebox does what the table says, over both transports, and leaves no rejection unhandled', () => {
    expect(fareboxFailures(matrix)).toEqual([]);
  });

  it('becomes a page with a row for each case', () => {
    const page = faultsPage(matrix, names, madeWith(new Date()));
    for (const { name } of allCases) expect(page).toContain(`\`${name}\` | `);
  });
});

describe('docs/faults.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/faults.md'), 'utf8');

  it.each(allCases)('has $name as the table has it', (faultCase) => {
    expect(page).toContain(`\`${faultCase.name}\` | ${rightEnd(faultCase)} | ✓`);
  });

  it('was made by a run in which Farebox was right about all of it', () => {
    const total = allCases.length;
    for (const name of names.filter((each) => each.startsWith('Farebox'))) {
      expect(page).toContain(`| ${name} | **80 of 80** | ${total} of ${total} |`);
    }
  });
});
