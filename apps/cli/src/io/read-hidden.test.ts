import { expect, it, test } from 'vitest';
import { readHidden } from './read-hidden.js';

/** Types the pieces, and notes in which order the terminal is told what. */
function typing(...pieces: string[]) {
  const log: string[] = [];
  const terminal = {
    setRawMode: (raw: boolean) => log.push(`raw ${raw}`),
    async *[Symbol.asyncIterator]() {
      for (const piece of pieces) yield new TextEncoder().encode(piece);
    },
  };
  const write = async (text: string) => void log.push(text);
  return { log, answer: readHidden('Key? ', terminal, write) };
}

test.each([
  ['a line', ['abc\r'], 'abc'],
  ['a paste in pieces', ['a', 'bc', '\n'], 'abc'],
  ['the end of input', ['abc'], 'abc'],
  ['Ctrl-D', ['abc\u0004def\r'], 'abc'],
  ['a backspace', ['abx\u007fc\r'], 'abc'],
  ['a backspace too many', ['\u007f\bc\r'], 'c'],
  ['Ctrl-U', ['wrong\u0015abc\r'], 'abc'],
  ['an empty line', ['\r'], ''],
])('%s gives what was typed', async (_name, pieces, expected) => {
  expect(await typing(...pieces).answer).toBe(expected);
});

it('is silent before it asks, and as before when it has its answer', async () => {
  const { log, answer } = typing('abc\r');
  await answer;
  expect(log).toEqual(['raw true', 'Key? ', 'raw false', '\n']);
});

it('leaves the terminal as it was when Ctrl-C ends it', async () => {
  const { log, answer } = typing('ab\u0003c\r');
  await expect(answer).rejects.toMatchObject({ kind: 'aborted' });
  expect(log.slice(2)).toEqual(['raw false', '\n']);
});
