import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bugs } from '../corpus/bugs.js';
import { exercises } from '../corpus/exercises.js';
import { pieces } from '../corpus/pieces.js';
import { harms } from '../corpus/refusals.js';
import { topics } from '../corpus/topics.js';
import { requiredWords } from './required-words.js';

describe('the words that a text must have one of', () => {
  it.each([
    [/iterator/, ['iterator']],
    [/\bfor loops?\b|\bITERAT/i, ['for loop', 'iterat']],
    [/\b(?:for|while) loops?\b/i, [' loop']],
    [/(list|dict(ionary)?) comprehension/, [' comprehension']],
    [/(?<kind>list|set)s?/, ['list', 'set']],
    [/tokens{0,1}/, ['token']],
    [/tokens+/, ['tokens']],
    [/tokens{2}/, ['tokens']],
    [/x?y*loop/, ['loop']],
    [/[a-z]loop[^\]x]/, ['loop']],
    [/(?:loop){0,3}once/, ['once']],
    [/(?:loop){1,3}on/, ['loop']],
    [/\x6coop\u006c\cJ/, ['oop']],
    [/(?=loop)on/, ['on']],
    [/(a)\1bc(?<na$me>é)\k<na$me>/, ['bc']],
    [/(?<q$>loop)|(?:why)/, ['loop', 'why']],
    [/(?<!never )ever/, ['ever']],
    [/(a|loop)bc(?:de|fgh)ijk/, ['ijk']],
    [/don['’]?t/, ['don']],
  ])('%s are %j', (pattern, words) => {
    expect(requiredWords(pattern)).toEqual(words);
  });

  it.each([
    [/\d+/],
    [/loop|\w/],
    [/(?:loop)?/],
    [/(?:loop|)/],
    [/a.b/],
    [/(?!loop)./],
    [/(?<=loop)./],
    [/kelvin/iu],
    [/[[k]]/v],
  ])('%s has none', (pattern) => {
    expect(requiredWords(pattern)).toBeUndefined();
  });

  it('are in whatever text a pattern matches', () => {
    const word = fc.constantFrom(
      'loop',
      'for',
      'x',
      'a b',
      'no-one',
      '\\.',
      '\\b',
      '\\w',
      '.',
      '[^ab]',
      'é',
      '(?=f)',
    );
    const { pattern } = fc.letrec<{ pattern: string; part: string; group: string }>((tie) => ({
      group: fc
        .tuple(
          fc.constantFrom('(', '(?:'),
          fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }),
          // Without an end that nothing sets: nested, such quantifiers try for ever.
          fc.constantFrom('', '?', '{2}', '{0,2}', '{1,2}?'),
        )
        .map(
          ([open, alternatives, quantifier]) => `${open}${alternatives.join('|')})${quantifier}`,
        ),
      part: fc.oneof(
        { maxDepth: 2 },
        fc
          .tuple(word, fc.constantFrom('', '', '?', '*', '+', '{1}', '{0}'))
          .map(([text, quantifier]) => (/\\b|^\(/.test(text) ? text : `${text}${quantifier}`)),
        tie('group'),
      ),
      pattern: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
    }));
    const text = fc
      .array(fc.constantFrom('loop', 'LOO', 'fo', 'r', 'x', 'a b', 'no-one', '.', ' ', 'é', 'p'), {
        maxLength: 6,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, text, (source, said) => {
        const expression = new RegExp(source, 'i');
        const words = requiredWords(expression);
        fc.pre(words !== undefined && expression.test(said));
        expect(words?.some((needed) => said.toLowerCase().includes(needed))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('every signal of the corpus, and all that is refused, has such words', () => {
  const signals = [...bugs, ...exercises, ...topics, ...pieces].flatMap((entry) =>
    entry.signals.map(([pattern]) => pattern),
  );
  const asks = harms.flatMap((harm) => harm.asks);
  const without = [...signals, ...asks].filter((pattern) => requiredWords(pattern) === undefined);
  expect(without).toEqual([]);
});
