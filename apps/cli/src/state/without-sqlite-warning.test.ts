import { afterEach, expect, it, vi } from 'vitest';
import { withoutSqliteWarning } from './without-sqlite-warning.js';

afterEach(() => vi.restoreAllMocks());

it('keeps back the one warning, and only while something is loaded', async () => {
  const emitWarning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  const sqlite = 'SQLite is an experimental feature and might change at any time';
  const loaded = await withoutSqliteWarning(async () => {
    process.emitWarning(sqlite, 'ExperimentalWarning');
    process.emitWarning('Something else is experimental', 'ExperimentalWarning');
    return 'loaded';
  });
  process.emitWarning(sqlite, 'ExperimentalWarning');
  expect(loaded).toBe('loaded');
  expect(emitWarning.mock.calls.map(([text]) => text)).toEqual([
    'Something else is experimental',
    sqlite,
  ]);
});

it('lets warnings through again when the loading fails', async () => {
  const { emitWarning } = process;
  const failure = new Error('no such module');
  await expect(withoutSqliteWarning(() => Promise.reject(failure))).rejects.toBe(failure);
  expect(process.emitWarning).toBe(emitWarning);
});
