import { virtualClock } from '@farebox/core/testing';
import { expect, test } from 'vitest';
import { type CellState, idleCell, nextCell } from './output.js';
import type { PageMessage } from './protocol.js';
import { type RunCellOptions, runCell } from './run-cell.js';

/** A run whose cell is played by the test. */
function play(options: Partial<RunCellOptions> = {}) {
  const clock = virtualClock();
  const sent: PageMessage[] = [];
  const cell = { say: (_: unknown) => {}, closed: 0 };
  let state: CellState = idleCell;
  const finished = runCell({
    source: '1',
    compile: (source) => ({ code: source }),
    openFrame: (onMessage) => {
      cell.say = onMessage;
      return { send: (message) => sent.push(message), close: () => (cell.closed += 1) };
    },
    fetch: async () => new Response('ok'),
    clock,
    signal: new AbortController().signal,
    onEvent: (event) => {
      state = nextCell(state, event);
    },
    ...options,
  });
  return { clock, cell, sent, finished, state: () => state };
}

const line = (text: string) => ({ type: 'line', level: 'log', text });

test('a cell that is ready is given its code, and its end closes the frame', async () => {
  const { cell, sent, finished, clock, state } = play();
  cell.say({ type: 'ready' });
  expect(sent).toEqual([{ type: 'run', code: '1' }]);
  cell.say(line('Hello'));
  await clock.advance(40);
  cell.say({ type: 'done', result: '1' });
  await finished;
  expect(state()).toEqual({
    phase: 'done',
    lines: [{ level: 'log', text: 'Hello' }],
    result: '1',
    tookMs: 40,
  });
  expect([cell.closed, clock.pending]).toEqual([1, 0]);
});

test('a cell that does not end is stopped at ten seconds, and not before', async () => {
  const { clock, cell, state } = play();
  await clock.advance(9_999);
  expect([state().phase, cell.closed]).toEqual(['running', 0]);
  await clock.advance(1);
  expect([state().phase, cell.closed]).toEqual(['stopped', 1]);
  expect(state().why).toBe('Stopped after 10 seconds.');
});

test('the thousandth line is shown, and the next one stops the cell', () => {
  const { cell, state } = play();
  for (let count = 1; count <= 1_000; count++) cell.say(line('x'));
  expect(cell.closed).toBe(0);
  cell.say(line('x'));
  expect(cell.closed).toBe(1);
  expect(state().lines).toHaveLength(1_000);
  expect(state().why).toContain('1000 lines');
});

test('one line that is too long stops the cell, and is not shown', () => {
  const { cell, state } = play();
  cell.say(line('x'.repeat(100_001)));
  expect([state().phase, state().lines]).toEqual(['stopped', []]);
});

test('a result that is too long is not shown', () => {
  const { cell, state } = play();
  cell.say({ type: 'done', result: 'x'.repeat(100_001) });
  expect(state()).toMatchObject({ phase: 'stopped', lines: [] });
  expect(state().result).toBeUndefined();
});

test('the reader’s stop closes the frame at once, and what the cell says later is not heard', async () => {
  const controller = new AbortController();
  const { cell, finished, state } = play({ signal: controller.signal });
  controller.abort();
  cell.say({ type: 'done' });
  await finished;
  expect([cell.closed, state().phase]).toEqual([1, 'stopped']);
});

test('a cell that does not compile is never framed', async () => {
  const failure = { name: 'SyntaxError', message: 'Unexpected token', line: 2 };
  const { finished, state } = play({
    compile: () => ({ failure }),
    openFrame: () => expect.fail('it was framed'),
  });
  await finished;
  expect(state()).toMatchObject({ phase: 'failed', failure });
});

test('messages that are none are ignored', () => {
  const { cell, sent, state } = play();
  for (const data of [null, 'run', { type: 'run' }, { type: 'line', level: 'log' }]) cell.say(data);
  expect([sent, state().phase, state().lines]).toEqual([[], 'running', []]);
});
