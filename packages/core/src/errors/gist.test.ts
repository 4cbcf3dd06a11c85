import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { eachKept } from './gist.js';

function gist(text: string): string {
  let kept = '';
  eachKept(text, (unit) => {
    kept += String.fromCharCode(unit);
  });
  return kept;
}

describe('whatever way a text is quoted, the same is kept of it', () => {
  const nested = (text: string) => JSON.stringify(JSON.stringify(text));
  it.each([
    ['as JSON', (text: string) => JSON.stringify(text)],
    ['as JSON in JSON', nested],
    ['as JSON in JSON in JSON', (text: string) => JSON.stringify(nested(text))],
    ['as JSON of ASCII', asAscii],
    ['as a part of a URL', encodeURIComponent],
    ['as a form', (text: string) => new URLSearchParams({ '': text }).toString().slice(1)],
    ['as HTML', asHtml],
    ['as HTML in JSON', (text: string) => JSON.stringify(asHtml(text))],
    ['on several lines', (text: string) => text.replaceAll(' ', '\r\n\t')],
  ])('%s', (_, quoted) => {
    const units = fc.constantFrom(...'abzN09 <>&"\'.,;:!?éß你🙂\n\t');
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 40 }), (text) => {
        // An entity in the text itself is a character to whoever quotes it and to whoever reads it.
        fc.pre(!/&[a-z]+;/i.test(text));
        expect(gist(quoted(text))).toBe(gist(text));
      }),
    );
  });
});

test('A to Z are kept in lower case, as hosts and names of headers come back', () => {
  expect(gist('AZaz%41ÉÀ')).toBe('azazaÉÀ');
});

test('what nobody sees is not kept: control, format and tag characters', () => {
  expect(gist('a\u0000b\u200bc\u00add\u{e0041}e\ufefff\u2028g')).toBe('abcdefg');
});

test('what begins like an escape and is none stays', () => {
  expect(gist('100% &c; 50%zz &more %c3 &#x110000;')).toBe('100%&c;50%zz&more%c3&#x110000;');
});

test('each unit is told with the place where it is written', () => {
  const places: [string, number, number][] = [];
  eachKept('a %c3%a9\\u0062', (unit, start, end) => {
    places.push([String.fromCharCode(unit), start, end]);
  });
  expect(places).toEqual([
    ['a', 0, 1],
    ['é', 2, 8],
    ['b', 8, 14],
  ]);
});

function asAscii(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[^\0-\x7f]/g, escaped);
}

function asHtml(text: string): string {
  const entities: Record<string, string> = {
    '<': '&lt;',
    '>': '&gt;',
    '&': '&amp;',
    '"': '&quot;',
  };
  return text.replace(/[<>&"]/g, (sign) => entities[sign] ?? '').replaceAll("'", '&#39;');
}
