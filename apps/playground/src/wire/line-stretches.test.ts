import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineStretches } from './line-stretches.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const shown = (text: string, position?: number, kind: 'data' | 'comment' = 'data') => {
  const bytes = bytesOf(text);
  return lineStretches(bytes, { from: 0, to: bytes.length, kind }, position).map(
    ({ from, to, isNew, isAhead }) =>
      `${isAhead ? '~' : ''}${isNew ? '+' : ''}${new TextDecoder().decode(bytes.subarray(from, to))}`,
  );
};

it('what is new in a chunk is its delta, whatever is in its texts', () => {
  expect(shown('data: {"choices":[{"delta":{"content":"é}{\\"}"},"i":0}]}\n')).toEqual([
    'data: {"choices":[{"delta":',
    '+{"content":"é}{\\"}"}',
    ',"i":0}]}\n',
  ]);
  expect(shown('data: {"delta":{"a":{"b":{}}}}')).toEqual([
    'data: {"delta":',
    '+{"a":{"b":{}}}',
    '}',
  ]);
});

it('a line without a whole delta is one stretch', () => {
  for (const text of ['data: [DONE]\n', 'data: {"delta":nul', 'data: {"delta":{"a":"', 'data:']) {
    expect(shown(text)).toEqual([text]);
  }
  expect(shown(': {"delta":{}}\n', undefined, 'comment')).toEqual([': {"delta":{}}\n']);
});

it('what is behind the position is ahead', () => {
  expect(shown('data: {"delta":{"a":1}}\n', 18)).toEqual([
    'data: {"delta":',
    '+{"a',
    '~+":1}',
    '~}\n',
  ]);
  expect(shown('data: x', 0)).toEqual(['~data: x']);
});

it('the stretches are the line, wherever the position is', () => {
  const piece = fc.constantFrom('"delta":', '{', '}', '"', '\\', 'é', 'x', ':');
  fc.assert(
    fc.property(fc.array(piece), fc.nat(60), (pieces, position) => {
      const bytes = bytesOf(`data: ${pieces.join('')}`);
      let at = 0;
      for (const { from, to } of lineStretches(
        bytes,
        { from: 0, to: bytes.length, kind: 'data' },
        position,
      )) {
        expect(from).toBe(at);
        expect(to).toBeGreaterThan(from);
        at = to;
      }
      expect(at).toBe(bytes.length);
    }),
  );
});
