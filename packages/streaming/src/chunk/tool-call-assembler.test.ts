import type { ToolCallDelta } from '@farebox/core';
import { expect, it } from 'vitest';
import { ToolCallAssembler } from './tool-call-assembler.js';

function assembled(...deltas: object[]) {
  const assembler = new ToolCallAssembler();
  for (const delta of deltas) assembler.add([delta as ToolCallDelta]);
  return assembler.assembled();
}

const call = (id: string, name: string, input: string) => ({
  id,
  type: 'function',
  function: { name, arguments: input },
});

it('arguments come in pieces', () => {
  expect(
    assembled(
      { index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: '' } },
      { index: 0, function: { arguments: '{"x"' } },
      { index: 0, function: { arguments: ':1}' } },
    ),
  ).toEqual([call('a', 'f', '{"x":1}')]);
});

it('interleaved calls are told apart by their index, in its order', () => {
  expect(
    assembled(
      { index: 1, id: 'b', function: { name: 'g' } },
      { index: 0, id: 'a', function: { name: 'f' } },
      { index: 1, function: { arguments: '2' } },
      { index: 0, function: { arguments: '1' } },
    ),
  ).toEqual([call('a', 'f', '1'), call('b', 'g', '2')]);
});

it('without an index a new id starts a new call and anything else goes on with the last', () => {
  expect(
    assembled(
      { id: 'a', function: { name: 'f', arguments: '1' } },
      { function: { arguments: '2' } },
      { id: 'b', function: { name: 'g', arguments: '3' } },
      { id: 'b', function: { arguments: '4' } },
    ),
  ).toEqual([call('a', 'f', '12'), call('b', 'g', '34')]);
});

it.each(['index', 'id'] as const)(
  'side by side in one list, calls without ids or with the same stay apart (told by %s)',
  (by) => {
    const assembler = new ToolCallAssembler(by);
    const made = (id: string, name: string) => ({ id, function: { name, arguments: '{}' } });
    assembler.add([
      made('', 'f'),
      made('', 'g'),
      made('', 'f'),
      made('x', 'h'),
      made('x', 'h'),
    ] as never);
    expect(assembler.assembled()).toEqual([
      call('', 'f', '{}'),
      call('', 'g', '{}'),
      call('', 'f', '{}'),
      call('x', 'h', '{}'),
      call('x', 'h', '{}'),
    ]);
  },
);

it('a name may come late, in parts, or whole again', () => {
  expect(assembled({ index: 0, id: 'a' }, { index: 0, function: { name: 'f' } })).toEqual([
    call('a', 'f', ''),
  ]);
  expect(
    assembled(
      { index: 0, id: 'a', function: { name: 'get_' } },
      { index: 0, function: { name: 'time' } },
      { index: 0, function: { name: 'get_time', arguments: '{}' } },
    ),
  ).toEqual([call('a', 'get_time', '{}')]);
});

it('a custom tool has its input instead of arguments', () => {
  expect(
    assembled(
      { index: 0, id: 'a', custom: { name: 'c', input: 'x' } },
      { index: 0, custom: { input: 'y' } },
    ),
  ).toEqual([{ id: 'a', type: 'custom', custom: { name: 'c', input: 'xy' } }]);
});

it.each([-1, 128, 1.5, '__proto__', null])('an index of %j is refused or implied', (index) => {
  if (index === null) expect(assembled({ index, id: 'a' })).toHaveLength(1);
  else expect(() => assembled({ index, id: 'a' })).toThrow('a tool call index of');
});

it('keeps what a provider adds to a call, from whichever piece, for it may want that back', () => {
  const signature = { google: { thought_signature: 'EjQKMgEM' } };
  expect(
    assembled(
      { index: 0, id: 'a', function: { name: 'f' }, extra_content: signature },
      { index: 0, function: { arguments: '{}' }, extra_content: null },
      JSON.parse('{"index":0,"__proto__":{"polluted":true}}'),
    ),
  ).toEqual([{ ...call('a', 'f', '{}'), extra_content: signature }]);
});
