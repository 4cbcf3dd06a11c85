import { expect, test } from 'vitest';
import { nextQuestions, type QuestionEvent } from './next-questions.js';

const after = (...events: QuestionEvent[]) => events.reduce(nextQuestions, []);

test('a question is asked, then it is what became of it, and those before stay as they were', () => {
  const asked = { type: 'asked' } as const;
  const answered = { type: 'ended', phase: 'answered', words: '$0.01' } as const;
  const refused = { type: 'ended', phase: 'refused', words: 'Too little is left.' } as const;
  expect(after(asked, answered, asked)).toEqual([
    { phase: 'answered', words: '$0.01' },
    { phase: 'asking', words: '' },
  ]);
  expect(after(asked, answered, asked, refused).map(({ phase }) => phase)).toEqual([
    'answered',
    'refused',
  ]);
  expect(after(asked, answered, { type: 'cleared' })).toEqual([]);
});
