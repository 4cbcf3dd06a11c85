import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, '../dist/farebox.js');

function elapsedMs(argv: readonly string[]): number {
  const startedMs = performance.now();
  const { status } = spawnSync(process.execPath, argv);
  expect(status).toBe(0);
  return performance.now() - startedMs;
}

it('prints its version within 1.5 times the start of bare Node', () => {
  const bare: number[] = [];
  const version: number[] = [];
  // In turns, and the fastest of each: another process on the machine can only add time.
  for (let turn = 0; turn < 15; turn++) {
    bare.push(elapsedMs(['-e', '0']));
    version.push(elapsedMs([script, '--version']));
  }
  expect(Math.min(...version) / Math.min(...bare)).toBeLessThan(1.5);
});
