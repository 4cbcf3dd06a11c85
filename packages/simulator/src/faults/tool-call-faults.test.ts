import type { ChatCompletionChunk } from '@farebox/core';
import { expect, it } from 'vitest';
import { calledWith, calling, chunksOf, replyUnder } from '../fixtures/reply-under.js';
import type { FaultStep } from './script.js';

type Piece = NonNullable<ChatCompletionChunk['choices'][number]['delta']['tool_calls']>[number];

const right = JSON.stringify(calledWith);
const { stream: _, stream_options: __, ...callingAtOnce } = calling;

async function piecesUnder(step: FaultStep): Promise<Piece[]> {
  const chunks = chunksOf((await replyUnder(step, calling)).text);
  return chunks.flatMap(({ choices }) => choices).flatMap(({ delta }) => delta?.tool_calls ?? []);
}
const argumentsOf = (pieces: Piece[]) => pieces.map((piece) => piece.function?.arguments ?? '');
const namesOf = (pieces: Piece[]) => pieces.map((piece) => piece.function?.name);

it('without a fault a call is one name and several pieces of arguments', async () => {
  const pieces = await piecesUnder('ok');
  expect(namesOf(pieces).filter(Boolean)).toEqual(['get_weather']);
  expect(argumentsOf(pieces).filter(Boolean).length).toBeGreaterThan(1);
  expect(argumentsOf(pieces).join('')).toBe(right);
});

it.each([-1, 1.5, 1e9, '__proto__', null])('bad-tool-index is %j in every piece', async (index) => {
  for (const piece of await piecesUnder({ fault: 'bad-tool-index', index })) {
    expect(piece.index).toBe(index);
  }
});

it('sparse-tool-index counts from 5', async () => {
  expect(new Set((await piecesUnder('sparse-tool-index')).map(({ index }) => index))).toEqual(
    new Set([5]),
  );
});

it('split-tool-arguments has one character in each piece, and all of them', async () => {
  const texts = argumentsOf(await piecesUnder('split-tool-arguments'));
  expect(texts.filter((text) => [...text].length > 1)).toEqual([]);
  expect(texts.join('')).toBe(right);
});

it('repeated-tool-name has name and id in every piece, and the arguments as they were', async () => {
  const pieces = await piecesUnder('repeated-tool-name');
  expect(new Set(namesOf(pieces))).toEqual(new Set(['get_weather']));
  expect(new Set(pieces.map(({ id }) => id)).size).toBe(1);
  expect(pieces[0]?.id).toMatch(/^call_/);
  expect(argumentsOf(pieces).join('')).toBe(right);
});

it('late-tool-name has name and id once, after a part of the arguments', async () => {
  const pieces = await piecesUnder('late-tool-name');
  const at = namesOf(pieces).indexOf('get_weather');
  expect(namesOf(pieces).filter(Boolean)).toHaveLength(1);
  expect(pieces.findIndex(({ id }) => id !== undefined)).toBe(at);
  expect(argumentsOf(pieces).slice(0, at).join('')).not.toBe('');
  expect(argumentsOf(pieces).join('')).toBe(right);
});

it('empty and invalid arguments are that, streamed or at once, alone or with other faults', async () => {
  expect(argumentsOf(await piecesUnder('empty-tool-arguments')).join('')).toBe('');
  const steps: FaultStep[] = [
    'invalid-tool-arguments',
    [{ fault: 'invalid-tool-arguments' }, { fault: 'null-deltas' }],
    [{ fault: 'null-deltas' }, { fault: 'invalid-tool-arguments' }],
  ];
  for (const step of steps) {
    const text = argumentsOf(await piecesUnder(step)).join('');
    expect(text).toMatch(/^\{"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  }
  const whole = await replyUnder('invalid-tool-arguments', callingAtOnce);
  const { choices } = JSON.parse(whole.text) as {
    choices: { message: { tool_calls: { function: { arguments: string } }[] } }[];
  };
  const [call] = choices[0]?.message.tool_calls ?? [];
  expect(() => JSON.parse(call?.function.arguments ?? '{}')).toThrow(SyntaxError);
});
