import { ChatClient } from '@farebox/chat';
import { formatUsd, isChatError } from '@farebox/core';
import { memoryLedger, type Receipt, scope } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { csvLines } from './csv.js';
import { receiptsCsv, receiptsJson } from './receipt-export.js';
import { receiptTotal } from './receipt-total.js';

/** Some calls that end in different ways, and the ledger that they leave. */
async function spent() {
  const ledger = memoryLedger();
  const simulator = simulate({
    seed: 1,
    faults: ['ok', 'server-error', 'rate-limit', 'cut', 'ok'],
  });
  const client = new ChatClient({
    ...{ model: 'gpt-4o-mini', max_completion_tokens: 50, retry: false, ledger },
    ...{ baseURL: 'https://simulator.invalid/v1', apiKey: 'sk-x', fetch: simulator.fetch },
    budget: scope({ id: 'all', limitUsd: '1' }),
  });
  for (let call = 0; call < 5; call++) {
    await client.ask('What is a list comprehension?').catch((error) => {
      if (!isChatError(error)) throw error;
    });
  }
  return { ledger, receipts: await ledger.receipts() };
}

it('the total is what the ledger has spent, token for token and to the picodollar', async () => {
  const { ledger, receipts } = await spent();
  const total = receiptTotal(receipts);
  const spends = await ledger.spend({ by: 'scope' });
  const [all] = spends;
  expect(spends).toHaveLength(1);
  expect(total).toMatchObject({ calls: 5, attempts: 5 });
  expect(total.costUsd).toBe(formatUsd(all?.amount ?? 0n));
  expect(total.costUsd).toBe(formatUsd((await ledger.balance('all')).settled));
  expect([total.inputTokens, total.outputTokens]).toEqual([all?.inputTokens, all?.outputTokens]);
  // Two of them have no usage: what they cost is a bound, and so is the sum.
  expect(total.costKnown).toBe('bounded');
});

it('one unknown cost makes the total unknown, and the rest of it is still there', () => {
  const receipt = { callId: 'a', cost: { known: 'reported', amount: 5_000_000_000_000n } };
  const unknown = { callId: 'a', cost: { known: 'unknown' } };
  expect(receiptTotal([receipt, unknown] as unknown as Receipt[])).toMatchObject({
    calls: 1,
    costUsd: '5.00',
    costKnown: 'unknown',
  });
});

it('as JSON, the receipts and their total can be read back', async () => {
  const { receipts } = await spent();
  const file = JSON.parse(receiptsJson(receipts));
  expect(file.total).toEqual(receiptTotal(receipts));
  expect(file.receipts).toHaveLength(5);
  expect(file.receipts[0]).toMatchObject({
    attempt: 1,
    outcome: 'completed',
    costKnown: 'reported',
  });
});

it('as CSV, each has a line under the names that the command gives its columns', async () => {
  const { receipts } = await spent();
  const lines = receiptsCsv(receipts).trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^number,id,call_id,attempt,reserved_at,settled_at,model,outcome,/);
  expect(lines).toHaveLength(6);
  expect(receiptsCsv([])).toBe('');
});

it('a model that is named like a formula is text to a spreadsheet', async () => {
  const { receipts } = await spent();
  const [receipt] = receipts as [Receipt];
  const csv = receiptsCsv([{ ...receipt, model: '=HYPERLINK("http://evil","x")' }]);
  expect(csv).toContain(`,"'=HYPERLINK(""http://evil"",""x"")",`);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', "'quoted"])(
  'a spreadsheet takes %j for text',
  (text) => {
    expect(
      csvLines([[text]])
        .replace(/^"/, '')
        .startsWith(`'${text}`),
    ).toBe(true);
  },
);

it('no cell breaks its line: what has a line end is in quotes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const outside = csvLines([cells]).replace(/"(?:[^"]|"")*"/g, '');
      expect(outside.endsWith('\r\n')).toBe(true);
      expect(outside.slice(0, -2)).not.toMatch(/[\r\n"]/);
      expect(outside.split(',')).toHaveLength(cells.length);
    }),
  );
});
