import { describe, expect, it } from 'vitest';
import { eventsInBlocks } from './fixtures/events-in-blocks.js';
import { type ReferenceEvent, referenceEvents } from './fixtures/reference-decoder.js';
import { standardVectors } from './fixtures/standard-vectors.js';

const encoder = new TextEncoder();
const cases = standardVectors.map(({ title, stream, events }) => ({
  title,
  bytes: typeof stream === 'string' ? encoder.encode(stream) : Uint8Array.from(stream),
  events: events.map(({ data, name }) => ({ data, name })),
}));

/** Cheap enough to be asked 100,000 times; the matcher is only for the one that differs. */
async function expectEvents(blocks: Uint8Array[], events: ReferenceEvent[], where: string) {
  const read = await eventsInBlocks(blocks);
  if (JSON.stringify(read) !== JSON.stringify(events)) expect(read, where).toEqual(events);
}

describe('the standard is followed', () => {
  it.each(cases)('$title: whole, and cut at every byte', async ({ bytes, events }) => {
    expect(referenceEvents(bytes)).toEqual(events);
    expect(await eventsInBlocks([bytes])).toEqual(events);
    for (let cut = 0; cut <= bytes.length; cut++) {
      await expectEvents([bytes.slice(0, cut), bytes.slice(cut)], events, `cut at ${cut}`);
    }
    await expectEvents(
      [...bytes].map((byte) => Uint8Array.of(byte)),
      events,
      'byte by byte',
    );
  });

  const short = cases.filter(({ bytes }) => bytes.length <= 120);
  it.each(short)('$title: cut at every two bytes', async ({ bytes, events }) => {
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const blocks = [bytes.slice(0, first), bytes.slice(first, second), bytes.slice(second)];
        await expectEvents(blocks, events, `cut at ${first} and ${second}`);
      }
    }
  });

  it('no vector but the one of long comments is left out of the second', () => {
    expect(cases.filter((vector) => !short.includes(vector)).map(({ title }) => title)).toEqual([
      'comments',
    ]);
  });
});
