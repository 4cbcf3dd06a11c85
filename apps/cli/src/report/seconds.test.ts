import { expect, test } from 'vitest';
import { seconds } from './seconds.js';

test.each([
  [0, '0.00 s'],
  [4, '0.00 s'],
  [42, '0.04 s'],
  [99.9, '0.10 s'],
  [100, '0.1 s'],
  [1234, '1.2 s'],
  [61_000, '61.0 s'],
])('%s ms are %s', (ms, text) => {
  expect(seconds(ms)).toBe(text);
});
