import { expect, test } from 'vitest';
import { command, commandGate } from './command.ts';

const script = (code: string) => ['-e', code] as const;

test('what a tool prints is collected from both of its outputs, in colours of none', async () => {
  const code = 'console.log(process.env.NO_COLOR); console.error("err");';
  const { passed, output } = await command(process.execPath, script(code));
  expect(passed).toBe(true);
  expect(output.trim().split('\n').sort()).toEqual(['1', 'err']);
});

test('a gate fails with what the tool said when the tool exits with anything but 0', async () => {
  const gate = commandGate('a', process.execPath, script('console.log("line 3"); process.exit(2)'));
  expect(await gate.run()).toMatchObject({ passed: false, details: 'line 3\n' });
});

test('a tool that a signal ends has failed', async () => {
  const { passed } = await command(
    process.execPath,
    script('process.kill(process.pid, "SIGKILL")'),
  );
  expect(passed).toBe(false);
});

test('a tool that does not exist is an error, not a gate that holds', async () => {
  await expect(commandGate('a', 'no-such-tool', []).run()).rejects.toThrow('no-such-tool');
});
