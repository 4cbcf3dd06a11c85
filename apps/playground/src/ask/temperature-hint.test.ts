import { expect, test } from 'vitest';
import { temperatureHint } from './temperature-hint.js';

test('only 0 is said to repeat itself', () => {
  expect(temperatureHint(0)).toContain('the same answer');
  expect(temperatureHint(0.1)).not.toContain('the same answer');
});

test('the course’s own temperatures have each a hint of their own', () => {
  expect(new Set([0, 0.3, 0.5, 1, 1.5].map(temperatureHint)).size).toBe(5);
});
