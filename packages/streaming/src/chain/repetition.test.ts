import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Repetition } from './repetition.js';

/** All that comes out, and what was withheld of it. */
function read(before: string, pieces: readonly string[]) {
  const repetition = new Repetition(before);
  const out = pieces.map((piece) => repetition.pass(piece)).join('');
  return { out, withheld: repetition.withheld, end: repetition.end() };
}

describe('a text that goes on from another one', () => {
  it.each([
    ['goes on', ' two', 'One', ' two', ''],
    ['repeats all and goes on', 'One two', 'One', ' two', ''],
    ['repeats all and says nothing', 'One', 'One', '', ''],
    ['repeats a part and ends', 'On', 'One', '', 'On'],
    ['repeats a part and goes another way', 'Only', 'One', 'Only', ''],
    ['repeats all but for the blanks at its end', 'One.Two', 'One. \n', 'Two', ''],
    ['repeats some of those blanks', 'One.\nTwo', 'One.\n\n', 'Two', ''],
    ['has more blanks than that', 'One.  Two', 'One. ', ' Two', ''],
  ])('and %s: %j after %j is %j', (_name, after, before, out, end) => {
    expect(read(before, [after])).toMatchObject({ out, end });
  });

  it('is held back no longer than it may be a repetition', () => {
    const repetition = new Repetition('One two');
    expect(['O', 'n', 'ly', ' 1'].map((piece) => repetition.pass(piece))).toEqual([
      '',
      '',
      'Only',
      ' 1',
    ]);
    expect(repetition.withheld).toBe(0);
  });

  it('comes out the same however it is cut, and all that has not come out is counted', () => {
    const words = fc.array(fc.constantFrom('One ', 'two', ' ', '\n', '🎉', 'x'), { maxLength: 6 });
    const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, words, fc.nat(12), lengths, (first, second, repeated, cuts) => {
        const before = first.join('');
        const after = before.slice(0, repeated) + second.join('');
        const pieces: string[] = [];
        let from = 0;
        for (const length of [...cuts, after.length]) {
          pieces.push(after.slice(from, from + length));
          from += length;
        }
        const whole = read(before, [after]);
        const cut = read(before, pieces);
        expect(cut).toEqual(whole);
        expect(cut.out.length + cut.withheld).toBe(after.length);
        expect(after.endsWith(cut.out)).toBe(true);
        if (!after.startsWith(before.trimEnd())) expect(cut.out + cut.end).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});
