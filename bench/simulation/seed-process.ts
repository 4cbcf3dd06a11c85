// A process that plays the ranges of seeds it is sent, until nobody listens any more.
import { playSeeds, type SeedRange } from './play-seeds.ts';

process.on('message', async (range: SeedRange) => {
  process.send?.(await playSeeds(range));
});
