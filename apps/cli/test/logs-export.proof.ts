import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Spent } from '../src/fixtures/spent-ledger.js';
import { spendInFolder } from './receipts.js';

const script = join(import.meta.dirname, '../dist/farebox.js');
const count = 100_000;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  const batches = Array.from({ length: count / 1_000 }, (_, batch) => batch);
  for (const batch of batches) {
    await spendInFolder(
      folder,
      Array.from({ length: 1_000 }, (_, index): Spent => {
        const number = batch * 1_000 + index;
        return {
          at: batch * 60_000,
          usd: '0.000302',
          callId: `call_${number}`,
          tags: { session: 'x'.repeat(100) },
        };
      }),
    );
  }
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['--csv', count + 1],
  ['--jsonl', count],
])('an export of 100,000 receipts with %s has each, in a heap of 24 MB', async (form, lines) => {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=24', script, 'logs', 'export', form],
    {
      env: { PATH: process.env.PATH, FAREBOX_HOME: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let ends = 0;
  let bytes = 0;
  child.stdout.on('data', (piece: Buffer) => {
    bytes += piece.length;
    for (const byte of piece) if (byte === 0x0a) ends += 1;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, ends }).toEqual({ code: 0, ends: lines });
  // Far more than the heap that it was given.
  expect(bytes).toBeGreaterThan(30_000_000);
});
