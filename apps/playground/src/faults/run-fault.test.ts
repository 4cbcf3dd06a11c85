import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { beforeAll, expect, it } from 'vitest';
import { readySimulator } from '../simulator/ready-simulator.js';
import { virtualRun } from './fixtures/virtual-run.js';
import { agrees, verdict } from './verdict.js';

// The tokenizer loads in real time, while a virtual clock would let timeouts fire.
beforeAll(async () => {
  await readySimulator();
}, 60_000);

const cases = faultTable.flatMap(({ number, cases }) =>
  cases.map((faultCase) => ({ number, name: faultCase.name, faultCase })),
);

it.each(cases)('$number $name: the run agrees with the table', async ({ faultCase }) => {
  const run = await virtualRun(faultCase);
  const lines = verdict(faultCase, run);
  expect(lines.filter((line) => line.agrees !== true)).toEqual([]);
  expect(agrees(lines)).toBe(true);
});

it('a run that its reader stops says so, and claims nothing', async () => {
  const stall = cases.find(({ name }) => name === 'stall')?.faultCase as FaultCase;
  const run = await virtualRun(stall, ({ text, phase }, stop) => {
    if (text !== '' && phase === 'running') stop();
  });
  expect(run.phase).toBe('stopped');
  expect(run.record.steps).toContainEqual(expect.objectContaining({ what: 'You stop the run' }));
  expect(agrees(verdict(stall, run))).toBeUndefined();
});

it('the same fault runs the same way each time, to the millisecond and the byte', async () => {
  const limited = cases.find(({ name }) => name === 'server-error-then-ok')?.faultCase as FaultCase;
  const [first, again] = [await virtualRun(limited), await virtualRun(limited)];
  expect(first.record.steps.some(({ type }) => type === 'wait')).toBe(true);
  expect(again.record).toEqual(first.record);
});
