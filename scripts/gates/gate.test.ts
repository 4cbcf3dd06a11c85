import { expect, test } from 'vitest';
import { runGates } from './gate.ts';

async function run(...gates: Parameters<typeof runGates>[0]) {
  const lines: string[] = [];
  let nowMs = 0;
  const counts = await runGates(
    gates,
    (line) => lines.push(line),
    () => (nowMs += 250),
  );
  return { lines, counts };
}

test('each gate is one line with its time, and what it looked at', async () => {
  const { lines } = await run({
    name: 'types',
    run: async () => ({ passed: true, summary: '8 workspaces', details: 'unseen' }),
  });
  expect(lines).toEqual(['✓ types  0.3 s  8 workspaces']);
});

test('a gate that fails stops none of the others, and shows what to mend below its line', async () => {
  const { lines, counts } = await run(
    { name: 'a', run: async () => ({ passed: false, details: 'one\ntwo\n' }) },
    { name: 'b', run: async () => ({ passed: true }) },
  );
  expect(lines).toEqual(['✗ a  0.3 s', '    one\n    two', '✓ b  0.3 s']);
  expect(counts).toEqual({ passed: 1, failed: 1 });
});

test('a gate that throws has failed', async () => {
  const { lines, counts } = await run({
    name: 'a',
    run: () => Promise.reject(new Error('no such file')),
  });
  expect(lines).toEqual(['✗ a  0.3 s  broke down', '    no such file']);
  expect(counts).toEqual({ passed: 0, failed: 1 });
});
