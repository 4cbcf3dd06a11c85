import { expect, test } from 'vitest';
import { farebox } from './command.js';

// Each test starts a process, on machines that may be busy.
test('farebox price tells what a model costs, without colours and within 80 columns', async () => {
  const { code, out, error } = await farebox(['price', 'gpt-4o-mini']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(/^input\.text\.fresh +0\.15$/m);
  expect(out).not.toContain('\u001b');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('farebox price no-such-model exits 1 with the nearest known names', async () => {
  const { code, out, error } = await farebox(['price', 'no-such-model']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(/^farebox: no price is known for "no-such-model": it is on no list\.\n/);
  expect(error).toMatch(/\n {2}fix: The nearest names are \S+,/);
});

test('farebox models lists what the JSON lists, one line each', async () => {
  const [shown, json] = await Promise.all([farebox(['models']), farebox(['models', '--json'])]);
  expect([shown.code, json.code]).toEqual([0, 0]);
  const words = new Set(shown.out.split(/\s+/));
  const { models } = JSON.parse(json.out);
  expect(models.length).toBeGreaterThan(1_000);
  expect(models.filter(({ model }: { model: string }) => !words.has(model))).toEqual([]);
});

test('farebox models stops quietly when its reader leaves', async () => {
  const { spawnSync } = await import('node:child_process');
  const { join } = await import('node:path');
  const script = join(import.meta.dirname, '../dist/farebox.js');
  const shell = `"${process.execPath}" "${script}" models; echo "exit $?" >&2`;
  const { stdout, stderr } = spawnSync('sh', ['-c', `{ ${shell}; } | head -1`], {
    encoding: 'utf8',
  });
  expect(stdout.split('\n')).toHaveLength(2);
  expect(stderr).toBe('exit 0\n');
});

test('farebox estimate reads a pipe and prints one object', async () => {
  const { code, out, error } = await farebox(['estimate', '--json', '-r', 'debugger'], {
    stdin: 'for x in xs: xs.remove(x)',
  });
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const { expected, bound } = JSON.parse(out);
  expect(expected.inputTokens).toBeGreaterThan(20);
  expect(BigInt(bound.cost)).toBeGreaterThan(BigInt(expected.cost));
});

test('a prompt in quotes that begins with the name of a command is a prompt', async () => {
  const { code, error } = await farebox(['price elasticity, in one line']);
  expect(code).toBe(0);
  expect(error).toContain('the built-in simulator answers');
});
