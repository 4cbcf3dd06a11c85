import { beforeAll, expect, it } from 'vitest';
import { warmUp } from '../faults/venues/warm-up.ts';
import { playSeeds } from './play-seeds.ts';

beforeAll(warmUp);

it('every invariant holds for the first 100 seeds', { timeout: 20_000 }, async () => {
  const { failures } = await playSeeds({ first: 1, count: 100 });
  if (failures.length > 0) expect.fail(`${failures.length} failed.\n${failures[0]}`);
});

it('a seed played twice is the same run, to the last event', async () => {
  const range = { first: 101, count: 10 };
  expect((await playSeeds(range)).hashes).toEqual((await playSeeds(range)).hashes);
});
