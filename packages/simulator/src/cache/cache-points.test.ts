import type { CacheBreakpoint } from '@farebox/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cachePoints } from './cache-points.js';

const minuteMs = 60_000;
const marked = (tokens: number, ttl?: '12h') => ({
  tokens,
  fingerprint: `${tokens}`,
  mark: { mode: 'explicit', ...(ttl === undefined ? {} : { ttl }) } satisfies CacheBreakpoint,
});
const messageEnd = (tokens: number) => ({ tokens, fingerprint: `${tokens}`, mark: undefined });
const explicit = { mode: 'explicit' } as const;
const model = 'gpt-5.6-luna';
const at = (
  breakpoints: readonly (ReturnType<typeof marked> | ReturnType<typeof messageEnd>)[],
  settings: { prompt_cache_options?: { mode?: 'implicit' | 'explicit' } } = {},
) => {
  const { reads, writes } = cachePoints({ model, ...settings }, { prefixes: [], breakpoints });
  return { reads: reads.map(({ tokens }) => tokens), writes: writes.map(({ tokens }) => tokens) };
};

describe('from GPT-5.6 on, a prompt', () => {
  it('is written at its newest message, and read at those before it', () => {
    const ends = [1100, 1500, 1900].map(messageEnd);
    expect(at(ends)).toEqual({ reads: [1100, 1500, 1900], writes: [1900] });
  });

  it('is written at the latest three marks and the newest message, or at the latest four marks', () => {
    const prompt = [
      ...[1100, 1200, 1300, 1400, 1500].map((tokens) => marked(tokens)),
      messageEnd(1600),
    ];
    const reads = [1100, 1200, 1300, 1400, 1500];
    expect(at(prompt)).toEqual({ reads: [...reads, 1600], writes: [1300, 1400, 1500, 1600] });
    const only = at(prompt, { prompt_cache_options: explicit });
    expect(only).toEqual({ reads, writes: [1200, 1300, 1400, 1500] });
  });

  it('is not cached at all in explicit mode without a mark', () => {
    const prompt = [messageEnd(5000)];
    expect(at(prompt, { prompt_cache_options: explicit })).toEqual({ reads: [], writes: [] });
  });

  it('is read at its latest 80 breakpoints', () => {
    const ends = Array.from({ length: 100 }, (_, index) => messageEnd(2000 + index));
    expect(at(ends).reads).toEqual(ends.slice(20).map(({ tokens }) => tokens));
  });

  it('is cached from 1,024 tokens on, exactly to the breakpoint', () => {
    expect(at([marked(1023), messageEnd(1025)])).toEqual({ reads: [1025], writes: [1025] });
    expect(at([marked(1024), messageEnd(1025)]).writes).toEqual([1024, 1025]);
  });

  it('lasts 30 minutes without use, or the 12 hours that its mark asks for', () => {
    const { writes } = cachePoints(
      { model, prompt_cache_retention: '24h' },
      { prefixes: [], breakpoints: [marked(1100, '12h'), marked(1200), messageEnd(1300)] },
    );
    expect(writes.map(({ lastsMs }) => lastsMs / minuteMs)).toEqual([720, 30, 30]);
  });

  it('is never written where it is not read, nor at more than four places', () => {
    const place = fc.record({ tokens: fc.integer({ min: 1, max: 3000 }), isMarked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(place), fc.boolean(), (places, isExplicit) => {
        const prompt = places
          .toSorted((a, b) => a.tokens - b.tokens)
          .map(({ tokens, isMarked }) => (isMarked ? marked(tokens) : messageEnd(tokens)));
        const { reads, writes } = at(prompt, isExplicit ? { prompt_cache_options: explicit } : {});
        expect(writes.length).toBeLessThanOrEqual(4);
        expect(writes.every((tokens) => tokens >= 1024)).toBe(true);
        // The newest message may end before the last 80 marks, and is written all the same.
        if (prompt.length <= 80)
          expect(writes.every((tokens) => reads.includes(tokens))).toBe(true);
      }),
    );
  });
});

it('before GPT-5.6 it is read and written at every step, breakpoints or none', () => {
  const prefixes = [1024, 1152].map((tokens) => ({ tokens, fingerprint: `${tokens}` }));
  const breakpoints = [marked(1100), messageEnd(1200)];
  const { reads, writes } = cachePoints({ model: 'gpt-5.5' }, { prefixes, breakpoints });
  expect(reads).toEqual(prefixes.map((prefix) => ({ ...prefix, lastsMs: 5 * minuteMs })));
  expect(writes).toEqual(reads);
});
