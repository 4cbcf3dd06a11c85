import { describe, expect, it } from 'vitest';
import { prefixReader } from '../tokens/prefixes.js';
import { cachePoints } from './cache-points.js';
import { promptCache } from './prompt-cache.js';

const minuteMs = 60_000;

/** Prefixes of a prompt whose tokens are this number, up to a change. */
function prefixesOf(token: number, tokens: number) {
  const reader = prefixReader();
  reader.take(Array.from({ length: tokens }, () => token));
  return reader.prefixes;
}

const request = ({
  model = 'gpt-4o-2024-08-06',
  key = undefined as string | undefined,
  retention = undefined as '24h' | undefined,
  prefixes = prefixesOf(1, 1500),
  nowMs = 0,
} = {}) => ({
  model,
  key,
  points: cachePoints(
    { model, ...(retention === undefined ? {} : { prompt_cache_retention: retention }) },
    { prefixes, breakpoints: [] },
  ),
  nowMs,
});

describe('a prompt cache', () => {
  it('knows a prompt the second time, in steps of 128 from 1,024 tokens', () => {
    const cache = promptCache();
    expect(cache.use(request())).toEqual({ cachedTokens: 0, writtenTokens: 1408 });
    expect(cache.use(request())).toEqual({ cachedTokens: 1408, writtenTokens: 0 });
  });

  it('knows as much of a longer prompt as came before, and writes the rest', () => {
    const cache = promptCache();
    cache.use(request());
    const longer = request({ prefixes: prefixesOf(1, 3000) });
    expect(cache.use(longer)).toEqual({ cachedTokens: 1408, writtenTokens: 2944 - 1408 });
  });

  it('never knows a prompt of fewer than 1,024 tokens', () => {
    const cache = promptCache();
    const short = request({ prefixes: prefixesOf(1, 1023) });
    cache.use(short);
    expect(cache.use(short)).toEqual({ cachedTokens: 0, writtenTokens: 0 });
  });

  it.each([
    ['model', { model: 'gpt-4o-mini-2024-07-18' }],
    ['key', { key: 'mine' }],
    ['text', { prefixes: prefixesOf(2, 1500) }],
  ])('knows nothing under another %s', (_, other) => {
    const cache = promptCache();
    cache.use(request());
    expect(cache.use(request(other)).cachedTokens).toBe(0);
  });

  it('forgets after 5 minutes without use, counted from the last', () => {
    const cache = promptCache();
    cache.use(request());
    expect(cache.use(request({ nowMs: 5 * minuteMs - 1 })).cachedTokens).toBe(1408);
    expect(cache.use(request({ nowMs: 10 * minuteMs - 2 })).cachedTokens).toBe(1408);
    expect(cache.use(request({ nowMs: 15 * minuteMs - 2 })).cachedTokens).toBe(0);
  });

  it('keeps for a day what was asked to be kept so, also when it is used without', () => {
    const cache = promptCache();
    const dayMs = 24 * 60 * minuteMs;
    cache.use(request({ retention: '24h' }));
    expect(cache.use(request({ nowMs: minuteMs })).cachedTokens).toBe(1408);
    expect(cache.use(request({ nowMs: dayMs - 1 })).cachedTokens).toBe(1408);
    expect(cache.use(request({ nowMs: dayMs + 6 * minuteMs })).cachedTokens).toBe(0);
  });

  it('remembers 100,000 prefixes and no more: the least recently used goes first', () => {
    const cache = promptCache();
    const [first = []] = [prefixesOf(1, 1024)];
    cache.use(request({ prefixes: first }));
    const [prefix] = first;
    if (prefix === undefined) throw new Error('A prompt of 1,024 tokens has a prefix.');
    const others = (count: number, start: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...prefix,
        fingerprint: `other-${start + index}`,
      }));
    cache.use(request({ prefixes: others(99_999, 0) }));
    expect(cache.use(request({ prefixes: first })).cachedTokens).toBe(1024);
    cache.use(request({ prefixes: others(100_000, 99_999) }));
    expect(cache.use(request({ prefixes: first })).cachedTokens).toBe(0);
  });
});
