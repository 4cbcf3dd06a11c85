import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { isChatError, type Scope } from '@farebox/core';
import type { Ledger } from '../../ledger.js';
import type { Receipt } from '../../receipt.js';
import { toAccounts } from '../../store/account.js';
import type { Bench } from '../harness.js';
import { costing, refusal, reservationOf } from '../samples.js';
import { AccountBook } from './account-book.js';
import { type Action, type History, holdersInHistory, type Wish } from './history.js';
import {
  type Before,
  checkAdmission,
  checkSaid,
  justify,
  justifyStoreError,
  type Told,
  unit,
} from './justify.js';

const hourMs = 3_600_000;
/**
 * Plays a history against a store and compares what it says with an account book.
 *
 * Actions of one step run at the same time, so what happens is taken from the answers; then the balances must
 * be exactly what the answers come to, no limit is passed, and nothing was refused that had room.
 */
export async function runHistory(bench: Bench, history: History, run: string): Promise<void> {
  const { clock } = bench;
  const startedAt = clock.now;
  const book = new AccountBook();
  const scopes: readonly Scope[] = [
    { id: `${run} 0`, limit: 100n * unit },
    { id: `${run} 1`, limit: 60n * unit, per: 'day' },
    { id: `${run} 2` },
  ];
  const holders: Ledger[] = [bench.ledger];
  while (holders.length < holdersInHistory) holders.push(await bench.openAnother());
  const times = new Set<number>([clock.now]);
  const accountsNow = () => toAccounts(scopes, clock.now, '');

  const act = async (action: Action): Promise<Told> => {
    const wish = action.do === 'reserve' ? history.wishes[action.id] : undefined;
    const holder = wish?.holder ?? ('holder' in action ? action.holder : 0);
    const ledger = holders[holder] ?? bench.ledger;
    const id = 'id' in action ? `${run}/${action.id}` : '';
    try {
      switch (action.do) {
        case 'reserve': {
          const { units, atLeast, scopes: charged } = wish ?? fail('no such wish');
          const asked = reservationOf(
            id,
            BigInt(units) * unit,
            charged.flatMap((index) => scopes[index] ?? []),
            {
              ...(atLeast !== undefined && { atLeast: BigInt(atLeast) * unit }),
              tags: { run },
            },
          );
          const admission = await ledger.reserve(asked);
          return { action, holder, admission, accounts: toAccounts(asked.scopes, clock.now, id) };
        }
        case 'settle': {
          const amount = book.held.get(id)?.amount ?? book.resolved.get(id)?.held.amount ?? unit;
          const used = (amount * BigInt(action.percent)) / 100n;
          return { action, receipt: await ledger.settle(id, costing(used)) };
        }
        case 'release':
          return { action, receipt: await ledger.release(id, refusal) };
        case 'look':
          return { action, balance: await ledger.balance(scopes[action.scope] ?? '') };
      }
    } catch (error) {
      if (!isChatError(error)) throw error;
      return { action, error };
    }
  };

  try {
    for (const step of history.steps) {
      if ('clockHours' in step) {
        clock.now += step.clockHours * hourMs;
        times.add(clock.now);
      } else if ('reopen' in step) {
        const scopeId = scopes[step.reopen]?.id ?? '';
        await bench.ledger.reopen(scopeId);
        book.reopen(scopeId);
      } else if ('kill' in step) {
        await replaceHolder(bench, holders, step.kill, book);
      } else {
        const known = new Set([...book.held.keys(), ...book.resolved.keys()]);
        const before = accountsNow().map((account) => ({ account, ...book.entry(account) }));
        const told = await Promise.all(step.together.map(act));
        enter(book, told, run, history.wishes, before);
        for (const account of accountsNow()) {
          const scope = scopes.find(({ id }) => id === account.scopeId) ?? '';
          book.check(account, await bench.ledger.balance(scope));
        }
        for (const one of told) {
          justify(one, told, history.wishes, before, book);
          if ('error' in one && 'id' in one.action) {
            justifyStoreError(one.error, `${run}/${one.action.id}`, one.action.do, known, book);
          }
        }
        // Alone, it can have meant one moment only.
        const [only] = told;
        if (told.length === 1 && only !== undefined && 'admission' in only) {
          const id = only.action.do === 'reserve' ? `${run}/${only.action.id}` : '';
          checkSaid(only.admission, book.held.get(id)?.accounts ?? only.accounts, book);
        }
      }
    }
    for (const now of times) {
      clock.now = now;
      for (const account of accountsNow()) {
        const scope = scopes.find(({ id }) => id === account.scopeId) ?? '';
        book.check(account, await bench.ledger.balance(scope));
      }
    }
    clock.now = startedAt;
    await checkReceipts(bench.ledger, book, run);
  } finally {
    clock.now = startedAt;
    for (const ledger of holders.slice(1)) await ledger.close();
  }
}

/** Reservations first: an answer to a settlement in the same step says that it came after. */
function enter(
  book: AccountBook,
  told: readonly Told[],
  run: string,
  wishes: readonly Wish[],
  before: readonly Before[],
): void {
  for (const one of told) {
    if (!('admission' in one) || one.action.do !== 'reserve') continue;
    const id = `${run}/${one.action.id}`;
    const { amount } = one.admission;
    const held = book.held.get(id);
    if (held === undefined && !book.resolved.has(id)) {
      checkAdmission(id, amount, one.accounts, wishes[one.action.id], before);
      book.hold(id, { amount, accounts: one.accounts, holder: one.holder });
    } else {
      deepStrictEqual(
        amount,
        (held ?? book.resolved.get(id)?.held)?.amount,
        `${id} was given twice`,
      );
    }
  }
  for (const one of told) {
    if ('receipt' in one && 'id' in one.action)
      book.resolve(`${run}/${one.action.id}`, one.receipt);
  }
}

async function replaceHolder(
  bench: Bench,
  holders: Ledger[],
  index: number,
  book: AccountBook,
): Promise<void> {
  const doomed = holders[index];
  // The first holder belongs to the check, and lives on.
  if (doomed === undefined || index === 0) return;
  await bench.kill(doomed);
  const successor = await bench.openAnother();
  holders[index] = successor;
  await successor.recover();
  const ids = [...book.held].filter(([, held]) => held.holder === index).map(([id]) => id);
  for (const id of ids) {
    const [receipt] = await successor.receipts({ callId: id });
    ok(receipt !== undefined, `${id} was left unresolved by its dead holder`);
    deepStrictEqual(receipt.resolution, 'expired');
    book.resolve(id, receipt);
  }
}

/** No receipt is lost, and none is there twice. */
async function checkReceipts(ledger: Ledger, book: AccountBook, run: string): Promise<void> {
  const kept = await ledger.receipts({ tag: { name: 'run', value: run } });
  const expected = [...book.resolved.values()].map(({ receipt }) => receipt);
  const byId = (one: Receipt, other: Receipt) => (one.id < other.id ? -1 : 1);
  deepStrictEqual([...kept].sort(byId), expected.sort(byId), 'the receipts of the history');
}
