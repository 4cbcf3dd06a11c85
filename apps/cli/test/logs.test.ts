import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseCsv } from '../src/fixtures/parse-csv.js';
import type { Spent } from '../src/fixtures/spent-ledger.js';
import { farebox, startCommand } from './command.js';
import { spendInFolder } from './receipts.js';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const logs = (...argv: string[]) => {
  return farebox(['logs', ...argv], { environment: { FAREBOX_HOME: folder, TZ: 'UTC' } });
};
/** Forty an hour. */
const many = (count: number): readonly Spent[] =>
  Array.from({ length: count }, (_, index) => ({
    at: Date.parse('2026-11-01') + Math.floor(index / 40) * 3_600_000,
    usd: '0.25',
    scopes: ['user'],
    tags: { text: `=${index}, "quoted"\r\n` },
  }));

it('exports to a file of this user alone what it prints, and replaces what was there', async () => {
  await spendInFolder(folder, many(450));
  const file = join(folder, 'out.csv');
  for (const form of ['--jsonl', '--csv']) {
    const printed = await logs('export', form);
    const { code, out, error } = await logs('export', form, '-o', file);
    expect({ code, out, error }).toEqual({ code: 0, out: '', error: '' });
    expect(readFileSync(file, 'utf8')).toBe(printed.out);
  }
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(parseCsv(readFileSync(file, 'utf8'))).toHaveLength(451);
});

it('says which file it cannot write', async () => {
  await spendInFolder(folder, many(1));
  const { code, error } = await logs(
    'export',
    '--csv',
    '--output',
    join(folder, 'none', 'out.csv'),
  );
  expect(code).toBe(2);
  expect(error).toMatch(/out\.csv cannot be written \(ENOENT\)\.\n {2}fix: /);
});

it.runIf(existsSync('/dev/full'))('says when the disk is full, and exits 1', async () => {
  await spendInFolder(folder, many(1));
  expect(await logs('export', '--csv', '--output', '/dev/full')).toEqual({
    code: 1,
    out: '',
    error: expect.stringMatching(
      /^farebox: The file \/dev\/full could not be written to its end \(ENOSPC\)\.\n {2}fix: See that the disk has room .*\n$/,
    ),
  });
});

it('ends well when the reader of a long export leaves early', async () => {
  await spendInFolder(folder, many(1_000));
  const environment = { FAREBOX_HOME: folder };
  const child = startCommand(['logs', 'export', '--jsonl'], { environment });
  let error = '';
  child.stderr.on('data', (bytes) => {
    error += bytes;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, error }).toEqual({ code: 0, error: '' });
});

it('shows a receipt of the file by its number, and all of a call', async () => {
  await spendInFolder(folder, [
    { at: 0, usd: '1', known: 'bounded', callId: 'call_x', more: { outcome: 'timeout' } },
    { at: 0, usd: '2', callId: 'call_x', attempt: 2 },
  ]);
  expect((await logs('show', '2')).out).toMatch(/^call_x\/2\n/);
  expect((await logs('show', 'call_x')).out.match(/^call_x\/\d/gm)).toHaveLength(2);
  expect((await logs()).out.match(/^\d /gm)).toEqual(['1 ', '2 ']);
  expect((await logs('show', '3')).code).toBe(2);
});

it('prunes for good, and the budget is as full as before', async () => {
  await spendInFolder(folder, many(2_000));
  const file = join(folder, 'ledger.db');
  const balance = async () => {
    const ledger = sqliteLedger({ file });
    const { settled, reserved } = await ledger.balance('user');
    const wrong = await ledger.check();
    await ledger.close();
    return { settled, reserved, wrong };
  };
  const before = await balance();
  expect(before.settled).toBe(500_000_000_000_000n);
  const { code, out } = await logs('prune', '--before', '2026-11-03', '--yes');
  expect({ code, out }).toEqual({
    code: 0,
    out: 'Forgot 1,920 receipts from before 2026-11-03; what budgets have spent stays.\n',
  });
  expect(await balance()).toEqual({ ...before, wrong: [] });
  expect((await logs('export', '--jsonl')).out.trimEnd().split('\n')).toHaveLength(80);
  expect((await logs('prune', '--before', '2026-11-03')).out).toMatch(/^No receipts are/);
});

it('does not ask into the void: without --yes and a terminal nothing is forgotten', async () => {
  await spendInFolder(folder, many(1));
  const { code, error } = await logs('prune', '--older-than', '0d');
  expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining('fix: Add --yes') });
});

it('knows the path', async () => {
  expect((await logs('path')).out).toBe(`${join(folder, 'ledger.db')}\n`);
});
