import { personas } from '@farebox/chat';
import { expect, test } from 'vitest';
import { choosePreset, firstQuestion } from './choose-preset.js';

test('a preset brings its system message, its temperature and a prompt that fits', () => {
  const question = choosePreset(firstQuestion, 'debugger');
  expect(question).toMatchObject({ ...personas.debugger, persona: 'debugger' });
  expect(question.prompt).toContain('numbers.remove');
});

test('what the reader wrote stays, whoever is asked', () => {
  const own = { ...firstQuestion, prompt: 'What is recursion?' };
  expect(choosePreset(own, 'reviewer').prompt).toBe('What is recursion?');
});

test('model and ceiling are not a preset’s business', () => {
  const own = { ...firstQuestion, model: 'gpt-4o', maxOutputTokens: 50 };
  expect(choosePreset(own, 'none')).toMatchObject({ model: 'gpt-4o', maxOutputTokens: 50 });
});
