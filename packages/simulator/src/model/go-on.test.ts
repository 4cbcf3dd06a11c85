import { assistant, type ChatRequest, user } from '@farebox/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer } from '../fixtures/answer.js';
import { compose } from './compose.js';

const question = 'Explain a for loop';
const wish =
  'You were cut off. Go on exactly where you stopped, in the middle of a word if need be.';

const asking = (messages: ChatRequest['messages']): ChatRequest => ({
  model: 'gpt-4o-mini',
  temperature: 0,
  messages,
});
const rest = (said: string, asked = wish) =>
  answer(asking([user(question), assistant(said), user(asked)]));

it('goes on with an answer that was cut off at any place, to its end', () => {
  const whole = answer(asking([user(question)]));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
      expect(whole.slice(0, length) + rest(whole.slice(0, length))).toBe(whole);
    }),
    { numRuns: 40 },
  );
});

it('goes on with an answer of any wording', () => {
  const request = { ...asking([user(question)]), temperature: 1 };
  fc.assert(
    fc.property(fc.string(), fc.nat(), (seed, at) => {
      const whole = answer(request, seed);
      const said = whole.slice(0, at % whole.length);
      const goesOn = asking([user(question), assistant(said), user(wish)]);
      expect(said + answer(goesOn)).not.toContain('simulator');
    }),
    { numRuns: 40 },
  );
});

it('has nothing to add to an answer that is whole', () => {
  expect(rest(answer(asking([user(question)])))).toBe('');
});

it.each([
  ['a beginning that is none of its own', 'Once upon a time', wish],
  ['another question', 'A for loop', 'And what is recursion? You were cut off.'],
])('%s is answered as it always was', (_, said, asked) => {
  const request = asking([user(question), assistant(said), user(asked)]);
  const { sections } = compose(request);
  expect(sections[0]?.segments.length).toBeGreaterThan(1);
  expect(rest(said, asked)).not.toBe('');
});
