import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prefixReader } from './prefixes.js';

const read = (ids: readonly number[]) => {
  const reader = prefixReader();
  reader.take(ids);
  return reader.prefixes;
};

it('prefixes begin at 1,024 tokens and go on by 128', () => {
  const lengths = (tokens: number) =>
    read(Array.from({ length: tokens }, () => 7)).map((p) => p.tokens);
  expect(lengths(1023)).toEqual([]);
  expect(lengths(1024)).toEqual([1024]);
  expect(lengths(1151)).toEqual([1024]);
  expect(lengths(1400)).toEqual([1024, 1152, 1280]);
});

it('two prompts share exactly the prefixes before their first difference', () => {
  const differs = fc.integer({ min: 0, max: 1999 });
  fc.assert(
    fc.property(differs, fc.integer({ min: 1, max: 199_999 }), (position, change) => {
      const ids = Array.from({ length: 2000 }, (_, index) => (index * 7919) % 200_000);
      const other = ids.with(position, ((ids[position] ?? 0) + change) % 200_000);
      const [one, two] = [read(ids), read(other)];
      for (const [index, { tokens, fingerprint }] of one.entries()) {
        expect(two[index]?.fingerprint === fingerprint).toBe(tokens <= position);
      }
    }),
    { numRuns: 50 },
  );
});

it('tokens that stand for a thing are shared only where the thing is the same', () => {
  const withThing = (thing: string) => {
    const reader = prefixReader();
    reader.takeWhole(thing, 2000);
    return reader.prefixes.map(({ fingerprint }) => fingerprint);
  };
  expect(withThing('a cat')).toEqual(withThing('a cat'));
  expect(withThing('a cat')[0]).not.toBe(withThing('a hat')[0]);
});
