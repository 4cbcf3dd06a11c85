import fc from 'fast-check';
import { expect, it } from 'vitest';
import { imageTokens, isTooLarge } from './image-tokens.js';

it.each([
  ['gpt-4o', 1024, 1024, 765],
  ['gpt-4o', 2048, 4096, 1105],
  ['gpt-4o', 128, 64, 255],
  ['gpt-4o', 512, 512, 255],
  ['gpt-4o', 513, 512, 425],
  ['gpt-4.1', 1024, 1024, 765],
  ['gpt-4o-mini', 128, 64, 2833 + 5667],
  ['gpt-4o-mini-2024-07-18', 1024, 1024, 2833 + 4 * 5667],
  ['o3', 128, 64, 225],
  ['gpt-4.1-mini', 128, 64, 13],
  ['gpt-4.1-mini', 1024, 1024, Math.ceil(1024 * 1.62)],
  ['gpt-4.1-nano', 1800, 2400, Math.ceil(1452 * 2.46)],
  ['o4-mini', 2048, 768, Math.ceil(1536 * 1.72)],
  ['gpt-5', 1024, 1024, 70 + 4 * 140],
  ['gpt-5-chat-latest', 1024, 1024, 70 + 4 * 140],
  ['gpt-5.1', 128, 64, 70 + 140],
  ['gpt-5-mini', 1024, 1024, 1659],
  ['gpt-5-nano-2025-08-07', 1024, 1024, 2520],
  ['gpt-5.4-mini', 1024, 1024, 1659],
  ['gpt-5.2', 1024, 1024, 1229],
  // 2,048 × 2,048 would be 4,096 patches: 39 × 39 of them are the most that fit 1,536.
  ['gpt-5.2', 4096, 4096, Math.ceil(39 * 39 * 1.2)],
  // 2,048 × 1,024 after the side was made to fit: 64 × 32 patches, within 2,500.
  ['gpt-5.4', 4096, 2048, Math.ceil(64 * 32 * 1.2)],
])('%s takes %d × %d for %d tokens', (model, width, height, tokens) => {
  expect(imageTokens(model, { width, height }, 'high')).toBe(tokens);
  expect(imageTokens(model, { width, height })).toBe(tokens);
});

it('low detail costs a tile model its base, and makes no difference to a patch model', () => {
  const size = { width: 4096, height: 8192 };
  expect(imageTokens('gpt-4o', size, 'low')).toBe(85);
  expect(imageTokens('gpt-4o-mini', size, 'low')).toBe(2833);
  expect(imageTokens('o4-mini', size, 'low')).toBe(imageTokens('o4-mini', size, 'high'));
});

it('no image, however large or thin, costs more than the most a model takes', () => {
  const side = fc.integer({ min: 1, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      // 768 × 2,048 is the largest that fits: two tiles by four.
      expect(imageTokens('gpt-4o', { width, height })).toBeLessThanOrEqual(85 + 8 * 170);
      expect(imageTokens('o4-mini', { width, height })).toBeLessThanOrEqual(Math.ceil(1536 * 1.72));
    }),
  );
});

it.each([
  ['gpt-5.4', 4096, 2048, 'original', 128 * 64],
  ['gpt-5.4', 12_000, 3000, 'original', 188 * 47],
  ['gpt-5.5', 4096, 2048, 'auto', 128 * 64],
  ['gpt-5.5', 4096, 2048, 'high', 64 * 32],
  ['gpt-5.5', 6000, 6000, 'original', 100 * 100],
  ['gpt-5.6-luna', 6400, 4800, 'auto', 200 * 150],
  ['gpt-6-astra', 6400, 4800, 'original', 200 * 150],
  // Made to fit 2,048 × 1,536 it still takes 64 × 48; 57 × 43 of them fit 2,500.
  ['gpt-6-astra', 6400, 4800, 'low', 57 * 43],
] as const)(
  '%s takes %d × %d at detail %s for %d patches',
  (model, width, height, detail, patches) => {
    expect(imageTokens(model, { width, height }, detail)).toBe(Math.ceil((patches * 12) / 10));
  },
);

it('from GPT-5.6 on an image of 30,000 patches is taken, and one of more is not, unless it is scaled', () => {
  const largest = { width: 6400, height: 4800 };
  const larger = { width: 6401, height: 4800 };
  expect(isTooLarge('gpt-5.6-luna', largest)).toBe(false);
  expect(isTooLarge('gpt-5.6-luna', larger)).toBe(true);
  expect(isTooLarge('gpt-5.6-luna', larger, 'high')).toBe(false);
  for (const model of ['gpt-4o', 'gpt-5.5', 'o4-mini'])
    expect(isTooLarge(model, larger)).toBe(false);
});
