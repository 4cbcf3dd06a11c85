import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendSpelling } from './spelling.js';

describe('a keyword', () => {
  it.each([
    ['what is temprature', 'what is temperature'],
    ['temperrature', 'temperature'],
    ['temperatyre', 'temperature'],
    ['tempreature', 'temperature'],
    ['Recusion in Pyhton', 'recursion in python'],
    ['emperature', 'temperature'],
  ])('one slip away is mended: %j', (written, mended) => {
    expect(mendSpelling(written)).toBe(mended);
  });

  it.each(['tmprature', 'tempo', 'temper', 'loop', 'steam engines'])(
    'two slips away, or too short, is left alone: %j',
    (written) => {
      expect(mendSpelling(written)).toBe(written);
    },
  );

  it('that could be two keywords is left alone', () => {
    expect(mendSpelling('generatos')).toBe('generatos');
  });
});

it('mending twice changes no more than mending once', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'streamingfuctok_ '), maxLength: 60 });
  fc.assert(
    fc.property(letters, (written) => {
      expect(mendSpelling(mendSpelling(written))).toBe(mendSpelling(written));
    }),
  );
});
