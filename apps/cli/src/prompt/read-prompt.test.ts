import { expect, it, test } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { readPrompt } from './read-prompt.js';

test.each<[string, readonly string[], string, string]>([
  ['words are joined with spaces', ['Explain', 'a for loop'], 'none', 'Explain a for loop'],
  ['a pipe alone is the prompt', [], 'from a pipe', 'from a pipe'],
  [
    'words come before the pipe, with an empty line between',
    ['What is'],
    'this?',
    'What is\n\nthis?',
  ],
  ['a dash stands for the pipe', ['-'], 'from a pipe', 'from a pipe'],
  ['a dash beside words changes nothing', ['What is', '-'], 'this?', 'What is\n\nthis?'],
  ['an empty pipe leaves the words', ['Hello'], '', 'Hello'],
  ['a pipe is taken byte for byte', [], '  x\n\n', '  x\n\n'],
])('%s', async (_name, words, stdin, expected) => {
  expect(await readPrompt(words, fakeIo({ stdin }))).toBe(expected);
});

it('does not read a terminal when there are words', async () => {
  expect(await readPrompt(['Hello'], fakeIo({ stdin: 'terminal' }))).toBe('Hello');
});

test.each<[string, readonly string[], string, RegExp]>([
  ['nothing on a terminal', [], 'terminal', /^There is no prompt\.$/],
  ['a dash on a terminal', ['-'], 'terminal', /that is the terminal/],
  ['words and a dash on a terminal', ['Hello', '-'], 'terminal', /that is the terminal/],
  ['nothing and an empty device', [], 'none', /prompt is empty/],
  ['an empty pipe', [], '', /prompt is empty/],
  ['a pipe of white space', [], ' \n', /prompt is empty/],
  ['an empty word', [''], 'none', /prompt is empty/],
])('%s is a usage error with an example', async (_name, words, stdin, message) => {
  await expect(readPrompt(words, fakeIo({ stdin }))).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringMatching(message),
    fix: expect.stringContaining('farebox "Explain a for loop"'),
  });
});
