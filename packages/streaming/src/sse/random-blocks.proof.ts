import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAt } from '../fixtures/cut-at.js';
import { eventsInBlocks } from './fixtures/events-in-blocks.js';
import { randomBytes, randomCuts } from './fixtures/random-bytes.js';
import { referenceEvents } from './fixtures/reference-decoder.js';

/** Other streams every day; `FAREBOX_SEED` replays those of a seed. */
const seed = Number(process.env.FAREBOX_SEED ?? Math.floor(Date.now() / 86_400_000));
const numRuns = 100_000;

it(`${numRuns} random streams in random blocks are what the standard says (FAREBOX_SEED=${seed})`, async () => {
  let events = 0;
  let blocks = 0;
  await fc.assert(
    fc.asyncProperty(randomBytes, randomCuts, async (bytes, cuts) => {
      const places = cuts.map((cut) => cut % (bytes.length + 1));
      const inBlocks = cutAt(bytes, places);
      const read = await eventsInBlocks(inBlocks);
      const expected = referenceEvents(bytes);
      if (JSON.stringify(read) !== JSON.stringify(expected)) expect(read).toEqual(expected);
      events += expected.length;
      blocks += inBlocks.length;
    }),
    { numRuns, seed },
  );
  // Streams without events, or in one block, would prove little.
  expect(events).toBeGreaterThan(numRuns);
  expect(blocks).toBeGreaterThan(10 * numRuns);
});
