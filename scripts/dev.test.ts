import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const dev = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'dev.mjs'), ...args], {
    encoding: 'utf8',
  });

test('a command that does not exist exits with 2 and names those that do', () => {
  const { status, stdout, stderr } = dev('strat');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('unknown command "strat"; use one of: start, test, check');
});

test('a name that every object has is no command', () => {
  expect(dev('toString').status).toBe(2);
});
