import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LinePart, lineParts } from './line-parts.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const shown = (bytes: Uint8Array, ...cuts: readonly number[]) =>
  lineParts(bytes, 0, bytes.length, cuts)
    .map((part) => {
      if (part.type === 'cut') return '|';
      return part.type === 'bytes' ? `<${part.hex}>` : part.text;
    })
    .join('');

it('text is text, and line ends are to be seen', () => {
  expect(shown(bytesOf('data: é\r\n'))).toBe('data: é\\r\\n');
  expect(shown(bytesOf('a\rb\n'))).toBe('a\\rb\\n');
});

it('a read that ends inside a character shows its bytes on both sides', () => {
  expect(shown(bytesOf('a日b'), 3)).toBe('a<E6><97>|<A5>b');
  expect(shown(bytesOf('a日b'), 1, 4)).toBe('a|日|b');
});

it('what is no UTF-8, controls and byte order marks are bytes', () => {
  expect(shown(new Uint8Array([0x61, 0xff, 0xc3, 0x28]))).toBe('a<FF><C3>(');
  expect(shown(bytesOf('\u0000\uFEFFx'))).toBe('<00><EF><BB><BF>x');
});

it('cuts at the edges are the neighbours’', () => {
  expect(shown(bytesOf('ab'), 0, 2)).toBe('ab');
});

it('no byte is lost and none is shown twice, wherever the cuts are', () => {
  const length = (part: LinePart) => {
    if (part.type === 'cut') return 0;
    if (part.type === 'bytes') return 1;
    return part.type === 'end' ? part.text.length / 2 : bytesOf(part.text).length;
  };
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 30 }).map(bytesOf),
  );
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(60), { maxLength: 6 }), (given, places) => {
      const cuts = [...new Set(places)].sort((a, b) => a - b);
      const parts = lineParts(given, 0, given.length, cuts);
      expect(parts.reduce((sum, part) => sum + length(part), 0)).toBe(given.length);
    }),
  );
});
