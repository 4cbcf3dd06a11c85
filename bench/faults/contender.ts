// Runs cases through one client, in a process of its own, and reports each as it ends.
import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { contenders, type RunCase } from './contenders.ts';
import type { Job, Report } from './job.ts';
import { warmUp } from './venues/warm-up.ts';

process.on('disconnect', () => process.exit());
process.on('unhandledRejection', (reason) => report({ unhandled: String(reason) }));
process.once('message', (job: Job) => void run(job));

async function run({ contender, cases, atOnce }: Job): Promise<void> {
  await warmUp();
  const all = faultTable.flatMap((row) => row.cases);
  const waiting = all.filter(({ name }) => cases.includes(name));
  const runCase = contenders[contender] as RunCase;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      report({ result: await resultOf(contender, runCase, next) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  process.disconnect();
}

async function resultOf(contender: string, runCase: RunCase, faultCase: FaultCase) {
  try {
    return { contender, ...(await runCase(faultCase)) };
  } catch (error) {
    // The venue could not be had: nothing was found out, and that is not right.
    const why = [`the case could not be run: ${String(error)}`];
    const nothing = { outcome: 'not run', right: false, requests: 0, elapsedMs: 0, leaks: [] };
    return { contender, case: faultCase.name, why, ...nothing };
  }
}

function report(message: Report): void {
  process.send?.(message);
}
