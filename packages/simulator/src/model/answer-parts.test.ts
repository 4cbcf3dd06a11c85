import { describe, expect, it } from 'vitest';
import { partsFor, wholeParts } from './answer-parts.js';

const parts = {
  name: 'for loops',
  summary: 'S.',
  explanation: 'E. F.',
  points: ['E.', 'F.'],
  code: 'x = 1',
  notes: 'N.',
} as const;

describe('a key', () => {
  it.each([
    ['summary', ['S.']],
    ['short_summary', ['S.']],
    ['tldr', ['S.']],
    ['explanation', ['E. F.']],
    ['steps', ['E.', 'F.']],
    ['keyPoints', ['E.', 'F.']],
    ['code', ['x = 1']],
    ['fixed-code', ['x = 1']],
    ['tips', ['N.']],
  ])('%s takes %j', (key, texts) => {
    expect(partsFor(parts, key)).toEqual(texts);
  });

  it.each(['name', 'title', 'answer', 'zip_code', 'step', 'price', ''])(
    '%j is left to what the prompt says',
    (key) => {
      expect(partsFor(parts, key)).toEqual([]);
    },
  );

  it('for code takes nothing of an answer without', () => {
    expect(partsFor(wholeParts('haiku', 'One.'), 'code')).toEqual([]);
  });
});
