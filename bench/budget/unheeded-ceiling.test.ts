import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChatClient } from '@farebox/chat';
import { isChatError } from '@farebox/core';
import { amountOf, type Ledger, memoryLedger, scope } from '@farebox/cost';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { simulate } from '@farebox/simulator';
import { expect, it } from 'vitest';
import { dice } from '../simulation/scenario/dice.ts';

/** A provider that never hears of an output ceiling, and so neither honours it nor stops at it. */
function deafProvider(seed: number, words: number) {
  const simulator = simulate({ seed, answers: [() => ({ content: 'loops '.repeat(words) })] });
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { max_completion_tokens: _, ...rest } = JSON.parse(String(init?.body));
    return simulator.fetch(input, { ...init, body: JSON.stringify(rest) });
  };
  return { ...simulator, fetch };
}

/**
 * One call of a seed: a ceiling, an answer beside it or far beyond, streamed or not.
 *
 * @returns whether the provider billed more than was reserved.
 */
async function playSeed(seed: number, ledger: Ledger): Promise<boolean> {
  const roll = dice(seed, 'unheeded ceiling');
  const ceiling = roll.whole(1, 60);
  const words = Math.max(1, Math.round(ceiling * roll.pick([0.5, 1, 1.1, 1.5, 3, 12, 40])));
  const { fetch, books } = deafProvider(seed, words);
  const budget = scope({ id: `project ${seed}`, limitUsd: '5' });
  const counted = scope({ id: `team ${seed}` });
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    apiKey: 'sk-of-the-test-0000000000',
    max_completion_tokens: ceiling,
    stream: roll.chance(0.7),
    budget: [budget, counted],
    ledger,
    retry: false,
    fetch,
  });
  const failure: unknown = await client.ask('Explain a for loop').then(
    () => undefined,
    (error) => error,
  );
  if (failure !== undefined) expect(failure).toMatchObject({ code: 'over-reservation' });

  const [receipt] = await ledger.receipts({ scopeId: budget.id });
  const [billed] = books.requests;
  if (receipt === undefined || billed === undefined) throw new Error('Nothing was sent.');
  const isBeyond = billed.cost > receipt.reserved;
  const isTold = `seed ${seed}: ${billed.cost} billed, ${receipt.reserved} reserved`;
  // An answer that was stopped is an overrun for its length alone, though its prompt was shorter than reserved.
  if (failure === undefined) expect(receipt.overrun, isTold).toBe(isBeyond);
  if (isBeyond) expect(receipt.overrun, isTold).toBe(true);
  if (failure === undefined) expect(amountOf(receipt.cost), isTold).toBe(billed.cost);

  const next = () => client.ask('Explain a for loop');
  const balance = await ledger.balance(budget);
  expect(balance, isTold).toMatchObject({ reserved: 0n, closed: receipt.overrun });
  expect(await ledger.balance(counted)).toMatchObject({ closed: false });
  if (!receipt.overrun) return isBeyond;
  await expect(next()).rejects.toMatchObject({ kind: 'budget', code: 'overrun' });
  expect(books.requests).toHaveLength(1);
  await ledger.reopen(budget.id);
  await next().catch((error) => {
    if (!isChatError(error) || error.code !== 'over-reservation') throw error;
  });
  expect(books.requests).toHaveLength(2);
  return isBeyond;
}

async function playSeeds(count: number, ledger: Ledger): Promise<void> {
  let beyond = 0;
  for (let seed = 1; seed <= count; seed++) beyond += (await playSeed(seed, ledger)) ? 1 : 0;
  expect(beyond).toBeGreaterThan(count / 5);
  expect(beyond).toBeLessThan((count * 4) / 5);
}

it(
  'a provider that ignores the output ceiling leaves an overrun and a closed scope, until it is reopened, in memory',
  () => playSeeds(80, memoryLedger()),
  60_000,
);

it('a provider that ignores the output ceiling leaves an overrun and a closed scope, until it is reopened, in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'farebox-ceiling-'));
  const ledger = sqliteLedger({ file: join(folder, 'ledger.db') });
  await playSeeds(40, ledger);
  expect(await ledger.check()).toEqual([]);
  await ledger.close();
  rmSync(folder, { recursive: true });
}, 60_000);
