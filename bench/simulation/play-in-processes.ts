import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { RangeReport, SeedRange } from './play-seeds.ts';

/** Small enough that no process is left alone with the last of them. */
const seedsAtOnce = 100;

/** Plays a range on all cores, and hands back what came of each part of it. */
export async function playInProcesses({ first, count }: SeedRange): Promise<RangeReport[]> {
  const ranges: SeedRange[] = [];
  for (let at = 0; at < count; at += seedsAtOnce) {
    ranges.push({ first: first + at, count: Math.min(seedsAtOnce, count - at) });
  }
  const reports: RangeReport[] = [];
  const worker = async () => {
    const child = fork(new URL('./seed-process.ts', import.meta.url), { execArgv: [] });
    try {
      for (let range = ranges.shift(); range !== undefined; range = ranges.shift()) {
        reports.push(await reportOf(child, range));
      }
    } finally {
      child.kill();
    }
  };
  const processes = Math.min(availableParallelism(), ranges.length);
  await Promise.all(Array.from({ length: processes }, worker));
  return reports;
}

function reportOf(child: ChildProcess, range: SeedRange): Promise<RangeReport> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => {
      reject(new Error(`The process of the seeds from ${range.first} ended with ${code}.`));
    };
    child.once('exit', onExit);
    child.once('message', (report) => {
      child.off('exit', onExit);
      resolve(report as RangeReport);
    });
    child.send(range);
  });
}
