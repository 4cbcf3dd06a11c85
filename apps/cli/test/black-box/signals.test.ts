import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { farebox, resultOf, startCommand } from '../command.js';
import { openTerminal } from '../terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'farebox-'));
/** Begins at once and never ends by itself within a test. */
const slow = simulate({
  seed: 1,
  pace: { firstTokenMs: 0, tokensPerSecond: 2 },
  answers: [() => 'word '.repeat(1_000)],
});
let server: Server;
beforeAll(async () => {
  server = await serve(slow);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

describe.each(signals)('%s', (signal, exit) => {
  const homeOf = (name: string) => join(folder, `${signal}-${name}`);

  it(`in the middle of an answer prints what had come, settles it, and exits ${exit}`, async () => {
    const environment = { FAREBOX_HOME: homeOf('middle'), OPENAI_BASE_URL: server.url };
    const child = startCommand(['Explain recursion'], { environment });
    child.stdin.end();
    child.stdout.once('data', () => child.kill(signal));
    const { code, out, error } = await resultOf(child);
    expect(code).toBe(exit);
    expect(out).toMatch(/^word(?: word)* ?\n$/);
    expect(error).toMatch(/^cost up to \$.*\nfarebox: interrupted\n$/);
    const logs = await farebox(['logs', '--json'], { environment });
    expect(JSON.parse(logs.out).receipts).toMatchObject([
      { outcome: 'aborted', resolution: 'settled', costKnown: 'bounded' },
    ]);
    await expect
      .poll(() => slow.books.requests.at(-1)?.ended, { timeout: 20_000 })
      .toBe('disconnected');
  });

  it(`while standard input is waited for sends nothing and exits ${exit}`, async () => {
    const before = slow.books.requests.length;
    const environment = { FAREBOX_HOME: homeOf('input'), OPENAI_BASE_URL: server.url };
    const child = startCommand(['Read this'], { environment });
    const ended = resultOf(child);
    // By now it waits: that is what it says after a while.
    await new Promise<void>((resolve) => child.stderr.once('data', () => resolve()));
    child.kill(signal);
    expect((await ended).code).toBe(exit);
    expect(slow.books.requests).toHaveLength(before);
  });
});

test.each(signals)(
  '%s is an event of --jsonl, with the receipt before it',
  async (signal, exit) => {
    const environment = {
      FAREBOX_HOME: join(folder, `${signal}-events`),
      OPENAI_BASE_URL: server.url,
    };
    const child = startCommand(['--jsonl', 'Explain recursion'], { environment });
    child.stdin.end();
    let printed = '';
    child.stdout.on('data', (text) => {
      printed += text;
      // Once: a second signal would end it on the spot.
      if (!child.killed && printed.includes('"type":"text"')) child.kill(signal);
    });
    const { code, out } = await resultOf(child);
    expect(code).toBe(exit);
    const types = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types.slice(-2)).toEqual(['receipt', 'error']);
  },
);

it('Ctrl-C at a terminal ends with 130, what had come, and its cost', async () => {
  const environment = { FAREBOX_HOME: join(folder, 'terminal'), OPENAI_BASE_URL: server.url };
  const terminal = openTerminal(['Explain recursion'], { environment });
  await terminal.shows('word');
  terminal.type('\u0003');
  expect(await terminal.ended).toBe(130);
  expect(terminal.screen()).toMatch(/cost up to \$/);
});

it('a terminal is never waited for: without a prompt the command ends at once', async () => {
  const terminal = openTerminal([]);
  expect(await terminal.ended).toBe(2);
  expect(terminal.screen()).toContain('There is no prompt.');
});

it('a dash at a terminal is an error, and not a wait', async () => {
  const terminal = openTerminal(['Hi', '-']);
  expect(await terminal.ended).toBe(2);
  expect(terminal.screen()).toContain('that is the terminal');
});

it('a pipe as a file is left on Ctrl-C, although its writer never ends', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', pipe]);
  const child = startCommand(['-f', pipe, 'Hi']);
  const ended = resultOf(child);
  // Opened once the command has opened the other end.
  const writer = await open(pipe, 'w');
  child.kill('SIGINT');
  const { code, out, error } = await ended;
  await writer.close();
  expect({ code, out, error }).toEqual({ code: 130, out: '', error: 'farebox: interrupted\n' });
});

it('the next call goes on with the books as they were left', async () => {
  const environment = { FAREBOX_HOME: join(folder, 'next'), OPENAI_BASE_URL: server.url };
  const child = startCommand(['Explain recursion'], { environment });
  child.stdin.end();
  child.stdout.once('data', () => child.kill('SIGTERM'));
  await resultOf(child);
  const { out } = await farebox(['spend', '--json'], { environment });
  expect(JSON.parse(out).total).toMatchObject({ attempts: 1, unknownAttempts: 0 });
});
