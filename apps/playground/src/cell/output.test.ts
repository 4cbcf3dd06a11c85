import { expect, test } from 'vitest';
import { type CellEvent, idleCell, nextCell } from './output.js';

const after = (...events: CellEvent[]) => events.reduce(nextCell, idleCell);
const line = (text: string) => ({ level: 'log', text }) as const;

test('lines pile up in their order, and the result comes with the end', () => {
  const state = after(
    { type: 'started' },
    { type: 'lines', lines: [line('a')] },
    { type: 'lines', lines: [line('b'), line('c')] },
    { type: 'done', result: '42', tookMs: 12 },
  );
  expect(state).toEqual({
    phase: 'done',
    lines: [line('a'), line('b'), line('c')],
    result: '42',
    tookMs: 12,
  });
});

test('a cell ends once: what comes after a stop is not its end', () => {
  const stopped = after({ type: 'started' }, { type: 'stopped', why: 'Too long.' });
  expect(nextCell(stopped, { type: 'done', tookMs: 1 })).toBe(stopped);
});

test('another run starts with an empty console', () => {
  expect(
    after({ type: 'started' }, { type: 'lines', lines: [line('a')] }, { type: 'started' }),
  ).toEqual({ phase: 'running', lines: [] });
});

test('pieces of a line stand on one line, until it ends or another level prints', () => {
  const piece = (text: string) => ({ ...line(text), open: true }) as const;
  const warning = { level: 'warn', text: 'w' } as const;
  const state = after(
    { type: 'started' },
    { type: 'lines', lines: [line('a'), piece('b'), piece('c')] },
    { type: 'lines', lines: [piece('d'), warning, piece('e'), line('f'), line('g')] },
  );
  expect(state.lines).toEqual([line('a'), piece('bcd'), warning, line('ef'), line('g')]);
});
