import { expect, test } from 'vitest';
import { type AnswersEvent, nextAnswers } from './answers.js';

const after = (...events: AnswersEvent[]) => events.reduce(nextAnswers, []);

test('each answer grows on its own', () => {
  const answers = after(
    { type: 'asked', count: 2 },
    { type: 'text', index: 1, text: 'a' },
    { type: 'text', index: 1, text: 'b' },
    { type: 'done', index: 1, outputTokens: 2 },
  );
  expect(answers).toEqual([
    { phase: 'waiting', text: '' },
    { phase: 'done', text: 'ab', outputTokens: 2 },
  ]);
});

test('asking again begins with nothing, and a failure stands in place of the text', () => {
  const asked = { type: 'asked', count: 1 } as const;
  expect(after(asked, { type: 'text', index: 0, text: 'a' }, asked)).toEqual([
    { phase: 'waiting', text: '' },
  ]);
  expect(
    after(
      asked,
      { type: 'text', index: 0, text: 'a' },
      { type: 'failed', index: 0, message: 'No.' },
    ),
  ).toEqual([{ phase: 'failed', text: 'No.' }]);
});
