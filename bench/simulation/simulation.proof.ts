import { describe, expect, it } from 'vitest';
import { type Coverage, sum } from './coverage.ts';
import { expectedCoverage } from './expected-coverage.ts';
import { playInProcesses } from './play-in-processes.ts';
import type { RangeReport } from './play-seeds.ts';

const seedsADay = 10_000;
const twoMinutesMs = 120_000;
const replayed = process.env.FAREBOX_SEED;
/** Other seeds every day. */
const first = Math.floor(Date.now() / 86_400_000) * seedsADay;

if (replayed === undefined) {
  describe('every invariant of the simulation', () => {
    it(`holds for the ${seedsADay} seeds of today, from ${first}, in less than two minutes of two cores`, {
      timeout: 10 * twoMinutesMs,
    }, async () => {
      const startMs = performance.now();
      const reports = await playInProcesses({ first, count: seedsADay });
      const elapsedMs = performance.now() - startMs;
      // Beside other work it takes longer by the clock on the wall, but not on the processor.
      const cpuMs = reports.reduce((total, report) => total + report.cpuMs, 0);
      const seconds = [elapsedMs, cpuMs / 2].map((ms) => Math.round(ms / 1000));
      console.log(`${seedsADay} seeds in ${seconds[0]} s; two idle cores: ${seconds[1]} s at most`);
      expectNoFailure(reports);
      const coverage = reports.reduce<Coverage>((all, report) => sum(all, report.coverage), {});
      const unseen = expectedCoverage.filter((name) => (coverage[name] ?? 0) === 0);
      expect(unseen, 'what never happened').toEqual([]);
      expect(cpuMs / 2).toBeLessThan(twoMinutesMs);
    });

    it('a seed is the same run in every process, to the last event', {
      timeout: twoMinutesMs,
    }, async () => {
      const range = { first: first + seedsADay, count: 200 };
      const [one, other] = await Promise.all([playInProcesses(range), playInProcesses(range)]);
      expect(hashesOf(one)).toHaveLength(range.count);
      expect(hashesOf(one)).toEqual(hashesOf(other));
    });
  });
} else {
  it(`one seed is the same run twice, and holds what must hold (FAREBOX_SEED=${replayed})`, {
    timeout: twoMinutesMs,
  }, async () => {
    const range = { first: Number(replayed), count: 1 };
    const one = await playInProcesses(range);
    const other = await playInProcesses(range);
    expect(hashesOf(one)).toEqual(hashesOf(other));
    expectNoFailure(one);
  });
}

/** Fails with the first seed that broke something, so that what is printed can be read. */
function expectNoFailure(reports: readonly RangeReport[]): void {
  const failures = reports.flatMap((report) => report.failures);
  if (failures.length > 0) expect.fail(`${failures.length} failed.\n${failures[0]}`);
}

function hashesOf(reports: readonly RangeReport[]): string[] {
  return [...reports].sort((one, other) => one.first - other.first).flatMap(({ hashes }) => hashes);
}
