import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCellMessage } from './read-cell-message.js';

test.each([
  [{ type: 'ready' }],
  [{ type: 'line', level: 'log', text: 'Hello' }],
  [{ type: 'done', result: '42' }],
  [{ type: 'failed', failure: { name: 'TypeError', message: 'No.', line: 3 } }],
  [{ type: 'fetch', id: 1, url: 'http://a/', method: 'GET', headers: [['a', 'b']] }],
  [{ type: 'pull', id: 1 }],
])('%j is a message', (message) => {
  expect(readCellMessage(message)).toEqual(message);
});

test.each([
  [undefined],
  ['line'],
  [{ type: 'line', level: 'shout', text: 'Hello' }],
  [{ type: 'line', level: 'log', text: { toString: 'x' } }],
  [{ type: 'fetch', id: 1, url: 'http://a/', method: 'GET', headers: [['a']] }],
  [{ type: 'fetch', id: 1, url: 'http://a/', method: 'GET', headers: [], body: 'text' }],
  [{ type: 'pull', id: 1.5 }],
  [{ type: 'run', code: '1' }],
])('%j is none', (message) => {
  expect(readCellMessage(message)).toBeUndefined();
});

test('a failure without words still has a sentence', () => {
  expect(readCellMessage({ type: 'failed', failure: null })).toEqual({
    type: 'failed',
    failure: { name: 'Error', message: 'The cell failed.' },
  });
});

test('a failure of megabytes is clipped', () => {
  const failure = { name: 'x'.repeat(1_000), message: 'x'.repeat(5_001) };
  const read = readCellMessage({ type: 'failed', failure });
  expect(read).toMatchObject({
    failure: { name: `${'x'.repeat(100)}…`, message: `${'x'.repeat(5_000)}…` },
  });
});

test('nothing that a cell can send makes the reader throw', () => {
  fc.assert(fc.property(fc.anything(), (data) => void readCellMessage(data)));
});
