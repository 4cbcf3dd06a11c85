import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { user } from '@farebox/core';
import { boundTokens, expectedInput } from '@farebox/core/bound';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadTokenizer } from '../src/prices/load-tokenizer.js';

const tokenizer = await loadTokenizer();
const requestOf = (text: string) => ({ model: 'gpt-4o', messages: [user(text)], max_tokens: 1 });
/** The text alone: without its role, its message and the beginning of the answer. */
const counted = (text: string) => {
  const { textTokens, counted } = expectedInput(
    { model: 'gpt-4o', messages: [user(text)] },
    tokenizer,
  );
  expect(counted).toBe(true);
  return textTokens - 7;
};

it('prose and code count exactly as in one go', () => {
  const root = join(import.meta.dirname, '../../..');
  for (const file of [
    'README.md',
    'CONTRIBUTING.md',
    'apps/cli/README.md',
    'packages/core/README.md',
  ]) {
    const text = readFileSync(join(root, file), 'utf8').slice(0, 60_000);
    expect(text.length).toBeGreaterThan(1_000);
    expect([file, counted(text)]).toEqual([file, tokenizer.countTokens(text)]);
  }
  const code = readFileSync(import.meta.filename, 'utf8');
  expect(counted(code)).toBe(tokenizer.countTokens(code));
});

it('a bound by stretches is never below the count in one go', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'abc/\n'), minLength: 1, maxLength: 12 }),
    fc.lorem(),
  );
  const run = fc
    .tuple(unit, fc.integer({ min: 1, max: 200 }))
    .map(([text, times]) => text.repeat(times));
  const text = fc.oneof(
    fc.lorem({ maxCount: 100, mode: 'sentences' }),
    fc.array(run, { minLength: 1, maxLength: 6 }).map((runs) => runs.join(' ')),
    fc.string({ unit: 'binary', minLength: 300, maxLength: 900 }),
  );
  const fixed = boundTokens(requestOf(''), { tokenizer }).inputTokens;
  const sums = { inOneGo: 0, inStretches: 0 };
  fc.assert(
    fc.property(text, (one) => {
      const inOneGo = tokenizer.countTokens(one);
      const inStretches = counted(one);
      const most = boundTokens(requestOf(one), { tokenizer }).inputTokens - fixed;
      expect(most).toBeGreaterThanOrEqual(inOneGo);
      sums.inOneGo += inOneGo;
      sums.inStretches += inStretches;
    }),
    { numRuns: 2_000 },
  );
  console.log(sums);
  expect(Math.abs(sums.inStretches / sums.inOneGo - 1)).toBeLessThan(0.01);
});
