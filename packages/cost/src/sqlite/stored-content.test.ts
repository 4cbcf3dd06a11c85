import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canaries, canaryAttempts } from '../fixtures/canary-attempts.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { sqliteLedger } from './sqlite-ledger.js';

let folder: ReturnType<typeof temporaryFolder>;
let ledger: ReturnType<typeof sqliteLedger>;

beforeEach(() => {
  folder = temporaryFolder();
  ledger = sqliteLedger({ file: join(folder.path, 'ledger.db') });
});
afterEach(async () => {
  await ledger.close();
  folder.remove();
});

/** The file, its log and its index, as bytes. */
const bytes = () =>
  readdirSync(folder.path)
    .map((name) => readFileSync(join(folder.path, name), 'latin1'))
    .join('');

describe('what is in the bytes of a SQLite ledger', () => {
  it('is nothing of a prompt, an answer or a key, unless it was asked for', async () => {
    await canaryAttempts(ledger);
    expect(await ledger.receipts()).toHaveLength(6);
    expect(bytes().includes('gpt-4o-mini')).toBe(true);
    for (const word of [...canaries.written, ...canaries.keys])
      expect(bytes().includes(word), word).toBe(false);
  });

  it('is all of both where it was, and never a key', async () => {
    await canaryAttempts(ledger, [canaries.keys[1]]);
    for (const word of canaries.written) expect(bytes().includes(word), word).toBe(true);
    for (const key of canaries.keys) expect(bytes().includes(key)).toBe(false);
    expect(bytes().includes('canary0123')).toBe(false);
  });

  it('is nothing of it any more once it is pruned, in the file and in its log', async () => {
    await canaryAttempts(ledger, true);
    expect(await ledger.prune(Date.now() + 60_000)).toBe(6);
    for (const word of canaries.written) expect(bytes().includes(word), word).toBe(false);
    expect(await ledger.check()).toEqual([]);
  });
});
