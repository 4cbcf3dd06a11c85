import fc from 'fast-check';
import { expect, test } from 'vitest';
import { png } from '../fixtures/media.js';
import { mostImageTokens } from './image-bound.js';

const image = (width: number, height: number, detail?: string) => ({
  url: `data:image/png;base64,${png(width, height)}`,
  ...(detail === undefined ? {} : { detail }),
});

test.each([
  ['gpt-4o', 1024, 1024, undefined, 765],
  ['gpt-4o', 2048, 4096, 'high', 1105],
  ['gpt-4o', 1535, 3071, 'auto', 1445],
  ['gpt-4o', 4096, 8192, 'low', 85],
  ['gpt-4o-mini-2024-07-18', 512, 512, undefined, 2833 + 5667],
  ['gpt-4o-mini', 513, 512, 'auto', 2833 + 2 * 5667],
  ['openai/gpt-5', 100, 100, undefined, 70 + 140],
  ['ft:gpt-4.1-2025-04-14:me::1', 100, 100, undefined, 85 + 170],
  ['o3', 100, 100, undefined, 75 + 150],
  ['gpt-4.1-mini', 1024, 1024, undefined, 1659],
  ['gpt-4.1-mini', 1024, 1024, 'low', 1659],
  ['gpt-4.1-nano', 32, 33, undefined, 5],
  ['o4-mini', 9999, 9999, undefined, 2642],
  ['gpt-5.4', 4000, 4000, undefined, 12_000],
  ['gpt-5.4', 4000, 4000, 'high', 3_000],
  ['gpt-5.6-terra', 6400, 3200, 'original', 24_000],
  ['gpt-5.1', 32, 32, undefined, 210],
])(
  '%s takes at most for %d × %d at detail %s: %d tokens',
  (model, width, height, detail, tokens) => {
    expect(mostImageTokens(model, image(width, height, detail))).toBe(tokens);
  },
);

test.each([
  ['gpt-4o', 85 + 8 * 170],
  ['gpt-4o-mini', 2833 + 8 * 5667],
  ['gpt-4.1-mini', 2489],
  ['gpt-5.5', 12_000],
  ['gpt-5.6', 36_000],
])(
  'an image of unknown size is taken for the largest that the rule of %s allows: %d',
  (model, most) => {
    for (const url of [
      'https://example.com/cat.png',
      'data:image/png;base64,no base64',
      'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
      'data:image/svg+xml,<svg/>',
      '',
    ]) {
      expect(mostImageTokens(model, { url })).toBe(most);
    }
  },
);

test('a model without a known rule has no number', () => {
  for (const model of ['llama-4', 'claude-opus-4', 'gpt-4omni', 'gpt-4.10', 'my-gpt-4o', '']) {
    expect(mostImageTokens(model, image(10, 10))).toBeUndefined();
  }
});

test('no image takes more than one of unknown size, and a larger one never less', () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  const models = fc.constantFrom('gpt-4o', 'gpt-4o-mini', 'gpt-4.1-mini', 'gpt-5.4', 'o3');
  const details = fc.constantFrom(undefined, 'low', 'high', 'auto', 'original');
  fc.assert(
    fc.property(models, side, side, details, (model, width, height, detail) => {
      const most = mostImageTokens(model, { url: '', detail }) ?? 0;
      const tokens = mostImageTokens(model, image(width, height, detail)) ?? 0;
      const doubled = mostImageTokens(model, image(width * 2, height * 2, detail)) ?? 0;
      expect(tokens).toBeGreaterThan(0);
      expect(doubled).toBeGreaterThanOrEqual(tokens);
      expect(most).toBeGreaterThanOrEqual(doubled);
    }),
    { numRuns: 1000 },
  );
});

test('however a provider rounds the sides it scales, no image takes more tiles than its bound', () => {
  const side = fc.integer({ min: 1, max: 8_000 });
  const rounding = fc.constantFrom(Math.floor, Math.ceil, Math.round, (pixels: number) => pixels);
  fc.assert(
    fc.property(side, side, rounding, (width, height, round) => {
      const longest = Math.max(width, height, 2048);
      const fitted = [width, height].map((pixels) => round((pixels * 2048) / longest));
      const shortest = Math.max(768, Math.min(...fitted));
      const tiles = fitted.map((pixels) => Math.ceil(round((pixels * 768) / shortest) / 512));
      const billed = 85 + 170 * tiles.reduce((product, along) => product * along, 1);
      expect(mostImageTokens('gpt-4o', image(width, height))).toBeGreaterThanOrEqual(billed);
    }),
    { numRuns: 5000 },
  );
});
