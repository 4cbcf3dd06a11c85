import { warmUp } from '../faults/venues/warm-up.ts';
import { type Coverage, occurrences, sum } from './coverage.ts';
import { failureReport } from './failure-report.ts';
import { runSeed } from './run-seed.ts';

/** Seeds for one process: `count` of them from `first`. */
export interface SeedRange {
  readonly first: number;
  readonly count: number;
}

/** What came of them. */
export interface RangeReport extends SeedRange {
  readonly failures: readonly string[];
  readonly coverage: Coverage;
  /** Of each seed, in order: another process must come to the same. */
  readonly hashes: readonly string[];
  /** What the processor worked for it, in milliseconds. */
  readonly cpuMs: number;
}

/** Plays a range, one seed after the other; of one seed alone, a failure tells all that happened. */
export async function playSeeds({ first, count }: SeedRange): Promise<RangeReport> {
  const before = process.cpuUsage();
  await warmUp();
  const failures: string[] = [];
  const hashes: string[] = [];
  let coverage: Coverage = {};
  for (let seed = first; seed < first + count; seed++) {
    const run = await runSeed(seed);
    if (run.broken.length > 0)
      failures.push(failureReport(run, count === 1 ? Number.POSITIVE_INFINITY : 40));
    hashes.push(run.hash);
    coverage = sum(coverage, occurrences(run.world));
  }
  const { user, system } = process.cpuUsage(before);
  return { first, count, failures, coverage, hashes, cpuMs: (user + system) / 1000 };
}
