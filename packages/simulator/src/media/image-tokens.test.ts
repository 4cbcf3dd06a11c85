import fc from 'fast-check';
import { expect, it } from 'vitest';
import { imageTokens } from './image-tokens.js';

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
