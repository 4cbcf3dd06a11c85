import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseUsd } from '@farebox/core';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { type Simulator, simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { farebox, resultOf, startCommand } from './command.js';

// Each test starts processes, some of them eight at once, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });
const poll = { timeout: 90_000, interval: 50 };

let stateFolder: string;
let server: Server | undefined;
beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(async () => {
  await server?.close();
  rmSync(stateFolder, { recursive: true });
});

const slowly = () => simulate({ seed: 1, pace: { firstTokenMs: 0, tokensPerSecond: 50 } });

/** Serves a provider, whose address the commands of a test get. */
async function serveProvider(provider: Pick<Simulator, 'fetch'>): Promise<void> {
  server = await serve(provider);
}

const environment = () => ({ FAREBOX_HOME: stateFolder, OPENAI_BASE_URL: server?.url ?? '' });
const ask = (...argv: readonly string[]) => farebox([...argv], { environment: environment() });
const start = (...argv: readonly string[]) => {
  const child = startCommand(argv, { environment: environment() });
  child.stdin.end();
  return child;
};

async function shownBudgets() {
  const { code, out, error } = await ask('budget', 'show', '--json');
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return JSON.parse(out).budgets;
}

async function receipts() {
  const ledger = sqliteLedger({ file: join(stateFolder, 'ledger.db') });
  try {
    expect(await ledger.check()).toEqual([]);
    return await ledger.receipts();
  } finally {
    await ledger.close();
  }
}

it('eight processes at once are admitted as often as the budget has room, and the books agree', async () => {
  const simulator = simulate({ seed: 1 });
  let arrived = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await serveProvider({
    fetch: async (input, init) => {
      arrived += 1;
      await released;
      return simulator.fetch(input, init);
    },
  });
  await ask('budget', 'set', '0.05', '--per', 'day', '--time-zone', 'UTC');
  await ask('budget', 'set', '0.0000001', '--soft');

  // Each sets aside $0.0098 for its worst case, so five fit.
  let refused = 0;
  const running = Array.from({ length: 8 }, async () => {
    const result = await ask('Hi');
    if (result.code === 3) refused += 1;
    return result;
  });
  await expect.poll(() => [arrived, refused], poll).toEqual([5, 3]);
  release();
  const results = await Promise.all(running);

  expect(results.map(({ code }) => code).toSorted()).toEqual([0, 0, 0, 0, 0, 3, 3, 3]);
  for (const { code, error } of results) {
    if (code === 3) expect(error).toMatch(/\$0\.04\d+ reserved by calls under way\)\./);
    else expect(error).toMatch(/warning: a soft budget .*\ncost .* · \$0\.0\d+ left today\n$/);
  }
  const { requests, cost } = simulator.books;
  expect(requests).toHaveLength(5);
  expect(await shownBudgets()).toMatchObject([
    {
      name: 'per day',
      spent: String(cost),
      reserved: '0',
      remaining: String(parseUsd('0.05') - cost),
    },
    { name: 'in total, soft', spent: String(cost), reserved: '0' },
  ]);
  expect(await receipts()).toHaveLength(5);
  expect((await ask('Hi')).code).toBe(0);
});

it('processes that spend all the time never pass the limit, and the last one says what is left', async () => {
  const simulator = simulate({ seed: 1 });
  await serveProvider(simulator);
  await ask('budget', 'set', '0.00015');
  const spendAll = async () => {
    const lines: string[] = [];
    for (let count = 0; count < 3; count++) {
      const { code, error } = await ask('--max-tokens', '50', 'Hi');
      expect([0, 3]).toContain(code);
      lines.push(error);
    }
    return lines;
  };
  const lines = (await Promise.all([spendAll(), spendAll(), spendAll()])).flat();
  expect(lines.filter((line) => line.includes(' left'))).not.toEqual([]);
  expect(lines.filter((line) => line.includes('BudgetExceededError'))).not.toEqual([]);
  const { cost } = simulator.books;
  expect(cost).toBeLessThanOrEqual(parseUsd('0.00015'));
  expect(await shownBudgets()).toMatchObject([{ spent: String(cost), reserved: '0' }]);
});

it('Ctrl-C in the middle of an answer leaves a receipt, and nothing reserved', async () => {
  const slow = slowly();
  await serveProvider(slow);
  await ask('budget', 'set', '1');
  const child = start('--session', 'a', 'Explain recursion');
  child.stdout.once('data', () => child.kill('SIGINT'));
  const { code, error } = await resultOf(child);
  expect(code).toBe(130);
  expect(error).toMatch(/^cost up to \$0\.\d+ · .* · \$0\.99\d* left\nfarebox: interrupted\n$/);
  const [receipt] = await receipts();
  expect(receipt).toMatchObject({
    outcome: 'aborted',
    resolution: 'settled',
    cost: { known: 'bounded', amount: receipt?.reserved },
    tags: { session: 'a' },
  });
  expect(await shownBudgets()).toMatchObject([{ spent: String(receipt?.reserved), reserved: '0' }]);
  await expect.poll(() => slow.books.cost, poll).toBeGreaterThan(0n);
  expect(slow.books.cost).toBeLessThanOrEqual(receipt?.reserved ?? 0n);
});

it('what a killed process had set aside counts as spent from the next command on', async () => {
  await serveProvider(slowly());
  await ask('budget', 'set', '1');
  const child = start('Explain recursion');
  child.stdout.once('data', () => child.kill('SIGKILL'));
  expect((await resultOf(child)).code).toBeNull();
  const [shown] = await shownBudgets();
  expect(shown).toMatchObject({ spent: expect.stringMatching(/^[1-9]/), reserved: '0' });
  expect(await receipts()).toMatchObject([
    { outcome: 'lost', resolution: 'expired', reserved: BigInt(shown.spent) },
  ]);
  expect((await ask('--max-tokens', '5', 'Hi')).code).toBe(0);
  expect(await receipts()).toHaveLength(2);
});

it('budgets that are set at the same time are all kept, each of them whole', async () => {
  const sessions = ['a', 'b', 'c', 'd'];
  const results = await Promise.all([
    ...sessions.map((name) => ask('budget', 'set', '1', '--session', name)),
    ...['2', '3', '4', '5'].map((usd) => ask('budget', 'set', usd, '--per', 'call')),
  ]);
  expect(results.map(({ code }) => code)).toEqual(results.map(() => 0));
  const shown = await shownBudgets();
  expect(shown.map(({ name }: { name: string }) => name)).toEqual([
    ...sessions.map((name) => `session ${name}`),
    'per call',
  ]);
  expect(['2.00', '3.00', '4.00', '5.00']).toContain(shown.at(-1).limitUsd);
});

it('everything it writes is for this user alone, also while it runs', async () => {
  await serveProvider(slowly());
  const home = join(stateFolder, 'home');
  const environment = { FAREBOX_HOME: home, OPENAI_BASE_URL: server?.url ?? '' };
  await farebox(['budget', 'set', '1'], { environment });
  const child = startCommand(['Explain recursion'], { environment });
  child.stdin.end();
  const ended = resultOf(child);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const entries = readdirSync(home, { recursive: true, withFileTypes: true });
  const modes = entries
    // What Node keeps of our code is as it makes it, in a folder that nobody else can enter.
    .filter(({ parentPath }) => !parentPath.includes('compiled'))
    .map(({ name, parentPath }) => {
      const { mode } = statSync(join(parentPath, name));
      return `${name} ${(mode & 0o777).toString(8)}`;
    });
  child.kill('SIGINT');
  await ended;
  expect([`home ${(statSync(home).mode & 0o777).toString(8)}`, ...modes].toSorted()).toEqual([
    'budgets 700',
    'compiled 700',
    'home 700',
    'ledger.db 600',
    'ledger.db-shm 600',
    'ledger.db-wal 600',
    'user.total.json 600',
  ]);
});
