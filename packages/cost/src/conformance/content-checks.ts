import { deepStrictEqual, equal } from 'node:assert/strict';
import type { Ledger } from '../ledger.js';
import type { StoredContent } from '../stored-content.js';
import type { LedgerCheck } from './harness.js';
import { costing, refusal, reservationOf } from './samples.js';

const session = { id: 'session', limit: 1000n };

/** A question and an answer with everything that JSON can hold and stores have stumbled over. */
function contentOf(text: string): StoredContent {
  const hard = `${text} \u0000 \ud800 \u{1F6AC} 'single' "double" \\ %s $1 -- é`;
  const message = { role: 'assistant' as const, content: hard, refusal: null, __proto__x: '' };
  return {
    request: { model: 'gpt-4o-mini', messages: [{ role: 'user', content: hard }], n: 1 },
    choices: [{ index: 0, finish_reason: 'stop', message, logprobs: null }],
    truncated: false,
  };
}

const contents = async (ledger: Ledger, query: Parameters<Ledger['receipts']>[0]) =>
  (await ledger.receipts(query)).map(({ content }) => content);

/** What was asked and answered is stored where it is given, handed out where it is asked for, and goes with its receipt. */
export const contentChecks: readonly LedgerCheck[] = [
  {
    name: 'hands out what was asked and answered, exactly, and only to whom asks for it',
    check: async ({ ledger, openAnother }) => {
      const other = await openAnother();
      await ledger.reserve(reservationOf('a', 10n, [session]));
      await ledger.reserve(reservationOf('b', 10n, [session]));
      await ledger.reserve(reservationOf('c', 10n, [session]));
      const receipt = await ledger.settle('a', costing(1n, { content: contentOf('settled') }));
      equal('content' in receipt, false, 'a settlement is answered without its content');
      equal('content' in (await ledger.settle('a', costing(1n))), false);
      await ledger.release('b', { ...refusal, content: contentOf('refused') });
      await ledger.settle('c', costing(2n));
      for (const one of [ledger, other]) {
        const all = await contents(one, { content: true });
        deepStrictEqual(all, [contentOf('settled'), contentOf('refused'), undefined]);
        deepStrictEqual(await contents(one, {}), [undefined, undefined, undefined]);
        const last = { content: true, newestFirst: true, limit: 2 };
        deepStrictEqual(await contents(one, last), [undefined, contentOf('refused')]);
        const [found] = await one.receipts({ callId: 'a' });
        deepStrictEqual(found, receipt);
        const [full] = await one.receipts({ callId: 'a', content: true });
        deepStrictEqual(full, { ...receipt, content: contentOf('settled') });
      }
    },
  },
  {
    name: 'keeps the first content of a settlement that is repeated, as it keeps the first receipt',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', 10n, [session]));
      await ledger.settle('a', costing(1n, { content: contentOf('first') }));
      await ledger.settle('a', costing(2n, { content: contentOf('second') }));
      deepStrictEqual(await contents(ledger, { content: true }), [contentOf('first')]);
    },
  },
  {
    name: 'stores a content of a megabyte whole',
    check: async ({ ledger }) => {
      await ledger.reserve(reservationOf('a', 10n, [session]));
      const content = contentOf('x'.repeat(500_000));
      await ledger.settle('a', costing(1n, { content }));
      deepStrictEqual(await contents(ledger, { content: true }), [content]);
      deepStrictEqual(await ledger.spend({ by: 'model', callId: 'none' }), []);
    },
  },
  {
    name: 'forgets what was asked and answered with its receipt',
    check: async ({ ledger, clock }) => {
      const begin = clock.now;
      for (const id of ['old', 'new']) {
        await ledger.reserve(reservationOf(id, 10n, [session]));
        await ledger.settle(id, costing(1n, { content: contentOf(id) }));
        clock.now++;
      }
      equal(await ledger.prune(begin + 1), 1);
      deepStrictEqual(await contents(ledger, { content: true }), [contentOf('new')]);
      // The id is free again, and nothing of what it was is found under it.
      await ledger.reserve(reservationOf('old', 10n, [session]));
      await ledger.settle('old', costing(1n));
      const again = await contents(ledger, { callId: 'old', content: true });
      deepStrictEqual(again, [undefined]);
    },
  },
  {
    name: 'adds the content that comes with the late settlement of an expired reservation',
    needsKill: true,
    check: async ({ ledger, openAnother, kill }) => {
      const dying = await openAnother();
      await dying.reserve(reservationOf('a', 10n, [session]));
      await kill(dying);
      await ledger.recover();
      deepStrictEqual(await contents(ledger, { content: true }), [undefined]);
      await ledger.settle('a', costing(1n, { content: contentOf('late') }));
      deepStrictEqual(await contents(ledger, { content: true }), [contentOf('late')]);
    },
  },
];
