import { fork } from 'node:child_process';
import { faultTable } from '@farebox/simulator/fault-table';
import type { CaseResult } from './case-result.ts';
import { contenders } from './contenders.ts';
import type { Job, Report } from './job.ts';
import { runsAlone } from './settings.ts';

/** What a run of the whole matrix found. */
export interface Matrix {
  readonly results: readonly CaseResult[];
  /** Rejections that nobody handled, by contender. */
  readonly unhandled: Readonly<Record<string, readonly string[]>>;
  readonly elapsedMs: number;
}

/** Processes at once: each is mostly waiting. */
const processes = 2;
/** Cases at once in a process: more of them would wait for the machine instead of for a clock. */
const casesAtOnce = 10;

/**
 * Runs every case through every client, over real sockets of this machine.
 *
 * @param say hears of the progress, in a line now and then.
 */
export async function runMatrix(say: (line: string) => void): Promise<Matrix> {
  const startMs = performance.now();
  const jobs = jobsOf();
  const total = jobs.reduce((sum, { cases }) => sum + cases.length, 0);
  const results: CaseResult[] = [];
  const unhandled: Record<string, string[]> = {};
  const hear = (contender: string) => (report: Report) => {
    if ('unhandled' in report) {
      unhandled[contender] ??= [];
      unhandled[contender].push(report.unhandled);
      return;
    }
    results.push(report.result);
    if (results.length % 20 !== 0 && results.length !== total) return;
    const seconds = Math.round((performance.now() - startMs) / 1000);
    say(
      `${results.length} of ${total} after ${seconds} s; now ${contender}: ${report.result.case}`,
    );
  };
  const worker = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      await runJob(job, hear(job.contender));
    }
  };
  await Promise.all(Array.from({ length: processes }, worker));
  return { results, unhandled, elapsedMs: performance.now() - startMs };
}

/** All that can run together first, a process per client; then what must run alone. */
function jobsOf(): Job[] {
  const cases = faultTable.flatMap((row) => row.cases);
  const together = cases.filter((each) => !runsAlone(each)).map(({ name }) => name);
  const alone = cases.filter(runsAlone).map(({ name }) => name);
  const names = Object.keys(contenders);
  return [
    ...names.map((contender) => ({ contender, cases: together, atOnce: casesAtOnce })),
    ...names.map((contender) => ({ contender, cases: alone, atOnce: 1 })),
  ];
}

/** How long it took, in whole seconds. */
export function secondsOf({ elapsedMs }: Matrix): number {
  return Math.round(elapsedMs / 1000);
}

/** Where Farebox is not what the table says, and what it left unhandled: a line each. */
export function fareboxFailures({ results, unhandled }: Matrix): string[] {
  const wrong = results.filter(({ contender, right }) => isFarebox(contender) && !right);
  const rejections = Object.entries(unhandled).filter(([contender]) => isFarebox(contender));
  return [
    ...wrong.map((result) => `${result.contender}, ${result.case}: ${result.why.join('; ')}`),
    ...rejections.map(([contender, all]) => `${contender}, unhandled: ${all.join('; ')}`),
  ];
}

function isFarebox(contender: string): boolean {
  return contender.startsWith('Farebox');
}

async function runJob(job: Job, hear: (report: Report) => void): Promise<void> {
  const child = fork(new URL('./contender.ts', import.meta.url), { execArgv: [] });
  child.on('message', hear);
  child.send(job);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The process of ${job.contender} ended with ${code}.`);
}
