import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unrepeated, withoutRepetition } from './repetition.js';

async function* inPieces(text: string, lengths: readonly number[]) {
  let from = 0;
  for (const length of [...lengths, text.length]) {
    const piece = text.slice(from, from + length);
    from += length;
    if (piece !== '') yield piece;
  }
  return 'the end';
}

const before = 'Sixteen characters';

describe('what a continuation adds', () => {
  it.each([
    ['goes on', ' and more', ' and more'],
    ['repeats all and goes on', `${before} and more`, ' and more'],
    ['repeats all and says nothing', before, ''],
    ['repeats a part and ends', 'Sixteen', 'Sixteen'],
    ['repeats a part and goes another way', 'Sixteen cats', 'Sixteen cats'],
  ])('one that %s', (_name, after, added) => {
    expect(withoutRepetition(before, after)).toBe(added);
  });

  it('a text of 15 characters may begin again by chance, and is kept; one of 16 is not', () => {
    const fifteen = 'ha ha ha ha ha ';
    expect(withoutRepetition(fifteen, `${fifteen}ho`)).toBe(`${fifteen}ho`);
    expect(withoutRepetition(`${fifteen}!`, `${fifteen}!ho`)).toBe('ho');
  });

  it('in pieces it is the same as whole, however it is cut', async () => {
    const pieces = fc.array(fc.constantFrom('Sixteen ', 'characters', ' and', 'x'), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(pieces, pieces, fc.boolean()),
        fc.array(fc.integer({ min: 1, max: 9 })),
        async ([first, second, isRepeated], lengths) => {
          const text = first.join('');
          const after = (isRepeated ? text : '') + second.join('');
          const out: string[] = [];
          const running = unrepeated(text, inPieces(after, lengths));
          let result = await running.next();
          for (; result.done !== true; result = await running.next()) out.push(result.value);
          expect(result.value).toBe('the end');
          expect(out.join('')).toBe(withoutRepetition(text, after));
          expect(out).not.toContain('');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what cannot be a repetition is not held back', async () => {
    const running = unrepeated(before, inPieces(' and more', [1, 1]));
    expect((await running.next()).value).toBe(' ');
    expect((await running.next()).value).toBe('a');
  });

  it('leaving it closes what it reads from, also while it is held back', async () => {
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) yield 'x';
      } finally {
        isClosed = true;
      }
    }
    for await (const _ of unrepeated(before, endless())) break;
    expect(isClosed).toBe(true);
  });
});
