import { describe, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import { canaries, canaryAttempts } from '../fixtures/canary-attempts.js';
import { memoryLedger } from './memory-ledger.js';

/** Everything that a ledger says, amounts as text. */
async function saidBy(ledger: ReturnType<typeof memoryLedger>): Promise<string> {
  const receipts = await ledger.receipts({ content: true });
  return JSON.stringify(receipts, (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

describe('what a ledger in memory keeps', () => {
  it('is nothing of a prompt, an answer or a key, unless it was asked for', async () => {
    const ledger = memoryLedger();
    await canaryAttempts(ledger);
    const said = await saidBy(ledger);
    for (const word of [...canaries.written, ...canaries.keys]) expect(said).not.toContain(word);
  });

  it('is both where it was, with parts of answers that broke off, and never a key', async () => {
    const ledger = memoryLedger();
    await canaryAttempts(ledger, [canaries.keys[1]]);
    const said = await saidBy(ledger);
    for (const word of canaries.written) expect(said).toContain(word);
    for (const key of canaries.keys) expect(said).not.toContain(key);
    const receipts = await ledger.receipts({ content: true });
    const answered = receipts.map(({ outcome, content }) => [outcome, content?.choices.length]);
    expect(answered).toEqual([
      ['completed', 1],
      ['completed', 1],
      ['aborted', 1],
      ['truncated', 1],
      ['rate-limit', 0],
      ['server', 0],
    ]);
  });

  it('is no more than its receipts, of which the newest are kept', async () => {
    const ledger = memoryLedger({ keepReceipts: 2 });
    const content = { request: {}, choices: [], truncated: false };
    for (const id of ['a', 'b', 'c']) {
      await ledger.reserve(reservationOf(id, 1n, []));
      await ledger.settle(id, costing(1n, { content }));
    }
    const receipts = await ledger.receipts({ content: true });
    expect(receipts.map((receipt) => [receipt.id, receipt.content])).toEqual([
      ['b', content],
      ['c', content],
    ]);
  });
});
