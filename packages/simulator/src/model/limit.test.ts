import { describe, expect, it } from 'vitest';
import { limitIn } from './limit.js';

const all = Number.POSITIVE_INFINITY;

describe('a limit', () => {
  it.each([
    ['Explain a for loop in two lines', 'lines', 2],
    ['in one sentence', 'sentences', 1],
    ['in a single sentence please', 'sentences', 1],
    ['one-sentence answer', 'sentences', 1],
    ['a one-liner', 'lines', 1],
    ['Answer in one or two sentences.', 'sentences', 2],
    ['2-3 sentences at most', 'sentences', 3],
    ['in three short sentences', 'sentences', 3],
    ['in 3 bullet points', 'points', 3],
    ['Five bullet points.', 'points', 5],
    ['in 4 points', 'points', 4],
    ['in 3 steps', 'steps', 3],
    ['as a numbered list', 'steps', all],
    ['as a list', 'points', all],
    ['use bullet points', 'points', all],
    ['in one word', 'words', 1],
    ['in a word', 'words', 1],
    ['in under 50 words', 'words', 49],
    ['in no more than 30 words', 'words', 30],
    ['Maximum 100 words.', 'words', 100],
    ['TEN WORDS', 'words', 10],
  ] as const)('%j is %s, %d', (text, unit, count) => {
    expect(limitIn(text)).toEqual({ unit, count });
  });

  it.each([
    'Explain a for loop',
    'What is a list?',
    'What do these two lines do?',
    'Return the first three words of a text',
    'my 3 lines fail',
    'Shorten these ten lines of code',
    'step by step',
    'At one point it fails',
    'a robot takes 3 steps',
    'What is in a list comprehension?',
    'Convert it to a list',
    'Explain as a list comprehension',
    '0 words',
  ])('%j is none', (text) => {
    expect(limitIn(text)).toBeUndefined();
  });
});
