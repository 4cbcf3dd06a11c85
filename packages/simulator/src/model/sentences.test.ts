import { describe, expect, it } from 'vitest';
import { maximumWords, sentencesOf } from './sentences.js';

describe('sentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['A [[b. c|d]] e. F.', ['A [[b. c|d]] e.', 'F.']],
    ['[[A.|B!]] C.', ['[[A.|B!]]', 'C.']],
    ['[[A.|B]] c.', ['[[A.|B]] c.']],
    ['`x. y` stays. Z', ['`x. y` stays.', 'Z']],
    ['It costs 1.50 today. “Yes.” No.', ['It costs 1.50 today.', '“Yes.”', 'No.']],
    ['He asks “why?”, and goes. Done.', ['He asks “why?”, and goes.', 'Done.']],
    ['', []],
  ])('%j are %j', (template, sentences) => {
    expect(sentencesOf(template)).toEqual(sentences);
  });

  it('keep a choice whole, however many words each of its texts has', () => {
    expect(maximumWords('A [[b|c d e]] f.')).toBe(5);
  });
});
