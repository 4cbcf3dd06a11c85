import {
  type Catalogue,
  findPrice,
  inputTokens,
  invoice,
  type Picodollars,
  type Rates,
  toUsd,
  type Usage,
  usageLeaves,
} from '@farebox/core';
import { allPrices } from '@farebox/core/prices/all';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Exception, exceptions } from './differential-exceptions.ts';
import { someSnapshots } from './names.ts';
import { listName } from './price-lists.ts';
import { installedSource } from './source.ts';
import { sourceCost } from './source-cost.ts';

const { providers } = await installedSource();
const now = Date.UTC(2026, 10, 24, 12);
const usagesPerModel = 30;
const prompts = [0, 1, 127_999, 128_001, 200_000, 200_001, 271_999, 272_000, 272_001, 512_001];
const times = ['2024-03-01T02:00Z', '2025-03-01T20:00Z', '2026-08-16T02:00Z', '2026-08-21T12:00Z'];

interface Case {
  readonly name: string;
  readonly usage: Usage;
  readonly at: number;
}

/** Every model of our lists that the source knows by one of its names. */
const known = allPrices.flatMap((list) => {
  const provider = providers.find(({ id }) => listName(id) === list.provider)?.id ?? '';
  return list.models.flatMap(({ id, aliases, datedNames = [] }) => {
    const theirName = [id, ...aliases, ...datedNames.flatMap(someSnapshots)].find(
      (name) => sourceCost(provider, name, {}, now) !== undefined,
    );
    return theirName === undefined ? [] : [{ list, provider, id, theirName }];
  });
});

test('every model that the source prices by the token is on our lists, and we have one more', () => {
  const priced = providers.flatMap((provider) =>
    provider.models
      .filter(({ prices }) => !Array.isArray(prices) && 'input_mtok' in prices)
      .map(({ id }) => ({ model: id, provider: listName(provider.id), at: now })),
  );
  const unknown = priced.filter((query) => findPrice(allPrices, query).kind === 'unknown');
  expect(unknown).toEqual([]);
  const theirs = new Set(known.map(({ list, id }) => `${list.provider}/${id}`));
  const ours = allPrices.flatMap(({ provider, models }) =>
    models.map(({ id }) => `${provider}/${id}`),
  );
  const unmatched = ours.filter(
    (name) => !theirs.has(name) && !/^(aws|fireworks|azure)\//.test(name),
  );
  expect(unmatched).toEqual(['openai/gpt-6.1-sol']);
});

test('50,000 random usages cost what the source says, but for the exceptions on the list', () => {
  const seen = new Set<Exception>();
  let compared = 0;
  for (const { list, provider, id, theirName } of known) {
    const name = `${list.provider}/${id}`;
    for (const { usage, at } of casesOf(list, id)) {
      const theirs = sourceCost(provider, theirName, usage, at);
      const ours = costOf(list, id, usage, at);
      compared++;
      if (ours !== undefined && theirs !== undefined && isSame(toUsd(ours), theirs)) continue;
      const exception = exceptions.find((one) => holds(one, { name, usage, at }));
      const at_ = new Date(at).toISOString();
      expect(
        exception,
        `${name} at ${at_}: ${ours} ${theirs} ${JSON.stringify(usage)}`,
      ).toBeDefined();
      if (exception !== undefined) seen.add(exception);
    }
  }
  expect(compared).toBeGreaterThan(50_000);
  expect(exceptions.filter((one) => !seen.has(one))).toEqual([]);
});

test('sound without a rate is unknown here; the source charges it as text', () => {
  const usage: Usage = { 'input.audio.fresh': 1000 };
  const silent = known.filter(({ list, id }) => costOf(list, id, usage, now) === undefined);
  expect(silent.length).toBeGreaterThan(1000);
  for (const { list, id, provider, theirName } of silent) {
    const text = costOf(list, id, { 'input.text.fresh': 1000 }, now) ?? 0n;
    const theirs = sourceCost(provider, theirName, usage, now) ?? -1;
    expect(isSame(toUsd(text), theirs), `${list.provider}/${id}: ${text} ${theirs}`).toBe(true);
  }
});

/** Random usages of what the model's price has rates for, at sizes around the thresholds and at dates around the changes. */
function casesOf(list: Catalogue, model: string): Omit<Case, 'name'>[] {
  const price = findPrice(list, { model, at: now });
  const rates: Rates = price.kind === 'price' ? price.rates : {};
  const leaves = usageLeaves.filter((leaf) => leaf in rates && leaf !== 'input.text.fresh');
  const parts = fc.record(Object.fromEntries(leaves.map((leaf) => [leaf, fc.nat(20_000)])), {
    requiredKeys: [],
  });
  const size = fc.oneof(fc.constantFrom(...prompts), fc.nat(2_000_000));
  const when = fc.constantFrom(now, now, ...times.map((time) => Date.parse(time)));
  const cases = fc.record({ usage: fc.tuple(parts, size), at: when }).map(({ usage, at }) => {
    const [some, promptTokens] = usage;
    const fresh = Math.max(0, promptTokens - inputTokens(some));
    return { usage: { ...some, 'input.text.fresh': fresh } as Usage, at };
  });
  return fc.sample(cases, { numRuns: usagesPerModel, seed: model.length * 31 + leaves.length });
}

function costOf(list: Catalogue, model: string, usage: Usage, at: number): Picodollars | undefined {
  const price = findPrice(list, { model, at });
  const bill = price.kind === 'price' ? invoice(usage, price) : price;
  return bill.kind === 'invoice' ? bill.total : undefined;
}

/** A float sums some twenty products, each wrong by half a unit in its last place at most. */
function isSame(ours: number, theirs: number): boolean {
  return Math.abs(ours - theirs) <= 1e-12 * Math.max(ours, theirs);
}

function holds({ models, when }: Exception, { name, usage, at }: Case): boolean {
  if (!models.includes(name)) return false;
  if ('promptTokens' in when) return inputTokens(usage) === when.promptTokens;
  if ('before' in when) return at < Date.parse(when.before);
  const part = 'kind' in when ? 'audio' : 'cacheWrite';
  return usageLeaves.some((leaf) => leaf.includes(part) && (usage[leaf] ?? 0) > 0);
}
