import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestNames } from './nearest-names.js';

const names = ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini', 'claude-3-haiku', 'whisper-1'];

test.each([
  ['gpt4o-mini', ['gpt-4o-mini', 'gpt-4.1-mini', 'gpt-4o']],
  ['GPT 4o', ['gpt-4o', 'gpt-4.1', 'gpt-4o-mini']],
  ['claude-haiku', ['claude-3-haiku']],
  ['no-such-model', ['claude-3-haiku']],
  ['', []],
  ['g', []],
])('the nearest to %j are %j', (wanted, nearest) => {
  expect(nearestNames(wanted, names)).toEqual(nearest);
});

test('a name that stands on several lists is told once', () => {
  expect(nearestNames('gpt4o', ['gpt-4o', 'gpt-4o', 'gpt-4.1'])).toEqual(['gpt-4o', 'gpt-4.1']);
});

test('a name is nearest to itself, whatever else is on the list', () => {
  const name = fc
    .stringMatching(/^[a-z0-9][a-z0-9.-]{3,20}$/)
    .filter((text) => /[a-z0-9]{2}/.test(text));
  fc.assert(
    fc.property(name, (wanted) => {
      expect(
        nearestNames(wanted, [...names.filter((other) => other !== wanted), wanted]),
      ).toContain(wanted);
    }),
    { numRuns: 1000 },
  );
});

test('a megabyte of text for a name takes no more work than a name', () => {
  const long = 'gpt-4o'.repeat(200_000);
  expect(nearestNames(long, names)).toEqual(nearestNames(long.slice(0, 100), names));
  expect(nearestNames('\u{1f642}'.repeat(1_000_000), names)).toEqual([]);
});
