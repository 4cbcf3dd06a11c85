import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { added, Unrepeated } from './repetition.js';

async function* inPieces(text: string, lengths: readonly number[]) {
  let from = 0;
  for (const length of [...lengths, text.length]) {
    const piece = text.slice(from, from + length);
    from += length;
    if (piece !== '') yield piece;
  }
  return 'the end';
}

const before = { text: 'Sixteen characters', isRepeated: false };

describe('what a continuation adds', () => {
  it.each([
    ['goes on', ' and more', ' and more'],
    ['repeats all and goes on', `${before.text} and more`, ' and more'],
    ['repeats all and says nothing', before.text, ''],
    ['repeats a part and ends', 'Sixteen', 'Sixteen'],
    ['repeats a part and goes another way', 'Sixteen cats', 'Sixteen cats'],
  ])('one that %s', (_name, after, expected) => {
    expect(added(before, after)).toBe(expected);
  });

  it('a text of 15 characters may begin again by chance, and is kept; one of 16 is not', () => {
    const fifteen = 'ha ha ha ha ha ';
    const addedTo = (text: string, isRepeated = false) => added({ text, isRepeated }, `${text}ho`);
    expect(addedTo(fifteen)).toBe(`${fifteen}ho`);
    expect(addedTo(`${fifteen}!`)).toBe('ho');
    expect(addedTo('ha', true)).toBe('ho');
  });

  it('one that ends while it repeats has added nothing, if it broke off or its provider always repeats', () => {
    expect(added(before, 'Sixteen')).toBe('Sixteen');
    expect(added(before, 'Sixteen', true)).toBe('');
    expect(added({ ...before, isRepeated: true }, 'Sixteen')).toBe('');
  });

  it('begun anew it is read anew, and only what was handed on of it is void', async () => {
    const unrepeated = new Unrepeated(before);
    async function* twice() {
      yield `${before.text} an`;
      discards.push(unrepeated.restarted({ characters: before.text.length + 3, chunks: 2 }));
      yield 'Sixteen ';
      discards.push(unrepeated.restarted({ characters: 8, chunks: 1 }));
      yield `${before.text} and`;
    }
    const discards: unknown[] = [];
    const out: string[] = [];
    for await (const piece of unrepeated.read(twice())) out.push(piece);
    expect(out).toEqual([' an', ' and']);
    expect(discards).toEqual([
      { characters: 3, chunks: 2 },
      { characters: 0, chunks: 1 },
    ]);
  });

  it('in pieces it is the same as whole, however it is cut', async () => {
    const pieces = fc.array(fc.constantFrom('Sixteen ', 'characters', ' and', 'x'), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(pieces, pieces, fc.boolean(), fc.boolean()),
        fc.array(fc.integer({ min: 1, max: 9 })),
        async ([first, second, repeats, isRepeated], lengths) => {
          const text = first.join('');
          const after = (repeats ? text : '') + second.join('');
          const out: string[] = [];
          const running = new Unrepeated({ text, isRepeated }).read(inPieces(after, lengths));
          let result = await running.next();
          for (; result.done !== true; result = await running.next()) out.push(result.value);
          expect(result.value).toBe('the end');
          expect(out.join('')).toBe(added({ text, isRepeated }, after));
          expect(out).not.toContain('');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what cannot be a repetition is not held back', async () => {
    const running = new Unrepeated(before).read(inPieces(' and more', [1, 1]));
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
    for await (const _ of new Unrepeated(before).read(endless())) break;
    expect(isClosed).toBe(true);
  });
});
