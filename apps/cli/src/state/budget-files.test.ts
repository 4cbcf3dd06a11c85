import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Budget } from './budget.js';
import { BudgetFiles } from './budget-files.js';

let folder: string;
let files: BudgetFiles;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  files = new BudgetFiles(join(folder, 'farebox'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const total: Budget = { owner: { kind: 'user' }, per: 'total', soft: false, limitUsd: '5.00' };
const session = (name: string): Budget => ({ ...total, owner: { kind: 'session', name } });

it('has none where nothing was ever set, and makes no folder to find that out', () => {
  expect(files.all()).toEqual([]);
  expect(files.remove(total)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

it('keeps one of each: the same again is a new limit', () => {
  files.write(total);
  files.write({ ...total, limitUsd: '6.00' });
  files.write({ ...total, soft: true });
  files.write(session('a/../b'));
  files.write(session('x'.repeat(5_000)));
  expect(files.all()).toHaveLength(4);
  expect(files.all()).toContainEqual({ ...total, limitUsd: '6.00' });
});

it('is for this user alone', () => {
  files.write(total);
  expect(statSync(files.folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(files.folder, 'user.total.json')).mode & 0o777).toBe(0o600);
});

it('leaves nothing behind but the budgets', () => {
  files.write(total);
  files.write(session('a'));
  files.remove(session('a'));
  expect(readdirSync(files.folder)).toEqual(['user.total.json']);
});

it('does not count what a crash left half-written, nor what is no JSON file', () => {
  files.write(total);
  writeFileSync(join(files.folder, '.user.day.json.4711'), '{"version"');
  writeFileSync(join(files.folder, 'user.day.json~'), 'of an editor');
  expect(files.all()).toEqual([total]);
});

it.each([
  ['is damaged', 'user.day.json', '{"version":1,'],
  ['is called otherwise than it says', 'user.day.json', JSON.stringify({ version: 1, ...total })],
])('refuses all when one %s, and names it', (_what, name, text) => {
  files.write(total);
  writeFileSync(join(files.folder, name), text);
  expect(() => files.all()).toThrow(
    expect.objectContaining({
      kind: 'store',
      code: 'budget-not-understood',
      message: expect.stringContaining(join(files.folder, name)),
    }),
  );
});

it('refuses all when one cannot be read, and names it', () => {
  mkdirSync(join(files.folder, 'user.day.json'), { recursive: true });
  expect(() => files.all()).toThrow(
    expect.objectContaining({
      kind: 'store',
      code: 'EISDIR',
      message: expect.stringContaining('user.day.json'),
    }),
  );
});

it('says where it cannot write, and keeps what was set', () => {
  writeFileSync(join(folder, 'farebox'), 'a file where the folder should be');
  expect(() => files.write(total)).toThrow(
    expect.objectContaining({ kind: 'store', message: expect.stringContaining(files.folder) }),
  );
  expect(() => files.all()).toThrow(expect.objectContaining({ kind: 'store', code: 'ENOTDIR' }));
});
