import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { farebox } from './command.js';
import { openTerminal } from './terminal.js';

const key = 'sk-canary-0123456789-wxyz';
let folder: string;
let environment: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  environment = { FAREBOX_HOME: folder };
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'keys', 'https%3A%2F%2Fapi.openai.com.json');

it('a key that is typed at a terminal is saved, and never shown', async () => {
  const terminal = openTerminal(['keys', 'set'], { environment });
  await terminal.shows('Key for OpenAI (it is not shown): ');
  terminal.type(`${key}\r`);
  await terminal.shows('saved for https://api.openai.com: …wxyz');
  expect(await terminal.ended).toBe(0);
  expect(terminal.bytes).not.toContain('canary');
  expect(JSON.parse(readFileSync(file(), 'utf8')).key).toBe(key);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it('Ctrl-C while a key is typed saves nothing, and exits 130', async () => {
  const terminal = openTerminal(['keys', 'set'], { environment });
  await terminal.shows('(it is not shown): ');
  terminal.type(`${key.slice(0, 9)}\u0003`);
  expect(await terminal.ended).toBe(130);
  expect(terminal.bytes).not.toContain('canary');
  expect(await farebox(['keys', 'list'], { environment })).toMatchObject({ code: 0, out: '' });
});

it('a key from a pipe is saved whatever the umask', async () => {
  const { code, out } = await farebox(['keys', 'set'], { environment, stdin: `${key}\n` });
  expect({ code, out }).toEqual({ code: 0, out: 'saved for https://api.openai.com: …wxyz\n' });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});
