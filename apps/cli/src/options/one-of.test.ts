import { expect, it } from 'vitest';
import { oneOf } from './one-of.js';

const check = oneOf('--on-truncated', ['throw', 'restart']);

it('takes each of the words as it is written', () => {
  expect([check('throw'), check('restart')]).toEqual(['throw', 'restart']);
});

it.each(['', 'Throw', 'retry', 'sk-canary'])('refuses %j, and does not repeat it', (text) => {
  expect(() => check(text)).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: '--on-truncated is none of throw, restart.',
      fix: 'Write it as in --on-truncated throw.',
    }),
  );
});
