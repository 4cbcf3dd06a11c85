import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { logs } from '../fixtures/logs.js';
import { armed, parseCsv } from '../fixtures/parse-csv.js';
import { type Spent, spentLedger } from '../fixtures/spent-ledger.js';
import { receiptColumns } from '../report/receipt-data.js';
import { run } from '../run.js';

describe('farebox logs export', () => {
  it('has each receipt once, the oldest first, over many pages', async () => {
    const many = Array.from({ length: 450 }, (_, at): Spent => ({ at, usd: '0.01' }));
    const ledger = await spentLedger(many);
    const texts: string[] = [];
    const onOutput = (text: string) => void texts.push(text);
    const { code, out } = await logs(['export', '--jsonl'], { ledger, onOutput });
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).number),
    ).toEqual(many.map((_, index) => index + 1));
    // Twenty at a time, because each may have a prompt and an answer with it.
    expect(texts).toHaveLength(23);
    const csv = parseCsv((await logs(['export', '--csv', '--to', '1d'], { ledger })).out);
    expect(csv).toHaveLength(451);
  });

  it('writes into a file that counts from where the command runs', async () => {
    const workingFolder = mkdtempSync(join(tmpdir(), 'farebox-export-'));
    const ledger = await spentLedger([{ at: 0, usd: '0.01' }]);
    const { code } = await logs(['export', '--csv', '-o', 'out.csv'], { ledger, workingFolder });
    expect(code).toBe(0);
    expect(readFileSync(join(workingFolder, 'out.csv'), 'utf8')).toContain('\r\n1,');
    rmSync(workingFolder, { recursive: true });
  });

  it('names the columns of CSV as JSON does its members', async () => {
    const names = Object.keys(JSON.parse((await logs(['--json'])).out).receipts[0]);
    expect(receiptColumns).toEqual(
      names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
    );
  });

  it('is CSV that parses back to the receipts, whatever their texts are', async () => {
    const text = fc.oneof(fc.constantFrom('=1', "'", 'a,b', '"', '\r\n', '-1', ' =x'), fc.string());
    const spent = fc.record({
      at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      usd: fc.option(
        fc.nat().map((cents) => `0.${String(cents).padStart(12, '0')}`),
        { nil: undefined },
      ),
      tags: fc.dictionary(text, text, { maxKeys: 3 }),
      scopes: fc.uniqueArray(text, { maxLength: 2 }),
      tokens: fc.tuple(fc.nat(), fc.nat()),
      more: fc.record({ model: text, finishReason: text, requestId: text, serviceTier: text }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(spent, { maxLength: 6 }), async (spendings) => {
        const ledger = await spentLedger(spendings as readonly Spent[]);
        const [names = [], ...rows] = parseCsv((await logs(['export', '--csv'], { ledger })).out);
        const lines = (await logs(['export', '--jsonl'], { ledger })).out.split('\n').slice(0, -1);
        expect(rows).toHaveLength(spendings.length);
        for (const [index, row] of rows.entries()) {
          const receipt = Object.entries(JSON.parse(lines[index] ?? ''));
          const back = row.map((cell, at) => {
            const value = receipt[at]?.[1];
            if (value === null) return armed(cell) === '' ? null : cell;
            return typeof value === 'string' ? armed(cell) : JSON.parse(cell);
          });
          expect(back).toEqual(receipt.map(([, value]) => value));
          expect(row).toHaveLength(names.length);
        }
        const found = await ledger.receipts();
        expect(lines.map((line) => JSON.parse(line).tags)).toEqual(
          found.map(({ tags }) => ({ ...tags })),
        );
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('is taken for text by a spreadsheet', async () => {
    const ledger = await spentLedger([{ at: 0, usd: '1', more: { model: '=HYPERLINK("x")' } }]);
    const { out } = await logs(['export', '--csv'], { ledger });
    expect(out).toContain(`,"'=HYPERLINK(""x"")",`);
  });

  it('ends at once with 130 after Ctrl-C, and quietly when its reader has gone', async () => {
    const many = Array.from({ length: 450 }, (_, at): Spent => ({ at, usd: '0.01' }));
    const ledger = await spentLedger(many);
    // As a signal comes: between turns of the event loop.
    const io = fakeIo({ ledger, onOutput: () => void setImmediate(() => io.interrupt()) });
    expect(await run(['logs', 'export', '--jsonl'], io)).toBe(130);
    expect(io.out.split('\n')).toHaveLength(21);
    const piped = fakeIo({ ledger, onOutput: () => piped.breakOutput('EPIPE') });
    expect(await run(['logs', 'export', '--jsonl'], piped)).toBe(0);
    expect({ lines: piped.out.split('\n').length, error: piped.error }).toEqual({
      lines: 21,
      error: '',
    });
    const full = fakeIo({ ledger });
    full.breakOutput('ENOSPC');
    expect(await run(['logs', 'export', '--jsonl'], full)).toBe(1);
  });
});
