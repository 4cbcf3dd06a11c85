import { virtualClock } from '@farebox/core/testing';
import { simulate } from '@farebox/simulator';
import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { beforeAll, expect, it } from 'vitest';
import { readySimulator } from '../simulator/ready-simulator.js';
import { type FaultRun, idleRun, nextRun } from './fault-run.js';
import { runFault } from './run-fault.js';
import { agrees, verdict } from './verdict.js';

// The tokenizer loads in real time, while a virtual clock would let timeouts fire.
beforeAll(async () => {
  await readySimulator();
}, 60_000);

const turns = 6;
async function settle(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** The run of a case as the page has it in the end; `onRun` sees each state on the way. */
async function runOf(
  faultCase: FaultCase,
  onRun: (run: FaultRun, stop: () => void) => void = () => {},
): Promise<FaultRun> {
  const clock = virtualClock({ settle });
  const controller = new AbortController();
  let run = idleRun;
  let isOver = false;
  const running = runFault({
    faultCase,
    simulate,
    clock,
    signal: controller.signal,
    onEvent: (event) => {
      run = nextRun(run, event);
      onRun(run, () => controller.abort());
    },
  }).then(() => {
    isOver = true;
  });
  while (!isOver) await clock.advance(25);
  await running;
  return run;
}

const cases = faultTable.flatMap(({ number, cases }) =>
  cases.map((faultCase) => ({ number, name: faultCase.name, faultCase })),
);

it.each(cases)('$number $name: the run agrees with the table', async ({ faultCase }) => {
  const run = await runOf(faultCase);
  const lines = verdict(faultCase, run);
  expect(lines.filter((line) => line.agrees !== true)).toEqual([]);
  expect(agrees(lines)).toBe(true);
});

it('a run that its reader stops says so, and claims nothing', async () => {
  const stall = cases.find(({ name }) => name === 'stall')?.faultCase as FaultCase;
  const run = await runOf(stall, ({ text, phase }, stop) => {
    if (text !== '' && phase === 'running') stop();
  });
  expect(run.phase).toBe('stopped');
  expect(agrees(verdict(stall, run))).toBeUndefined();
});
