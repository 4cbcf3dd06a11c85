import { expect, test } from 'vitest';
import type { CellMessage } from '../protocol.js';
import { cellConsole } from './cell-console.js';

function lines(write: (console: ReturnType<typeof cellConsole>) => void): CellMessage[] {
  const sent: CellMessage[] = [];
  write(cellConsole((message) => sent.push(message)));
  return sent;
}

test('values are joined with spaces, text bare and the rest as written', () => {
  expect(lines(({ log }) => log?.('It cost', 0.5, { a: '1' }))).toEqual([
    { type: 'line', level: 'log', text: 'It cost 0.5 { a: "1" }' },
  ]);
});

test('an assertion that holds prints nothing', () => {
  expect(lines(({ assert }) => assert?.(true, 'no'))).toEqual([]);
  expect(lines(({ assert }) => assert?.(false, 'no'))).toMatchObject([
    { level: 'error', text: 'Assertion failed: no' },
  ]);
});
