import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';

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

test.each([
  [['errors', 'timeout'], true],
  [['errors'], false],
  [['models', '--provider', 'openai'], false],
  [['Hi'], false],
])('farebox %j loads the fault table: %s', (argv, expected) => {
  const registered = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) {
      const loaded = next(url, context);
      if (String(loaded.source).includes('The connection is refused')) console.error('fault table');
      return loaded;
    } });`;
  const hook = `data:text/javascript,${encodeURIComponent(registered)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, script, ...argv], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect(status).toBe(0);
  expect(stderr.includes('fault table')).toBe(expected);
});
