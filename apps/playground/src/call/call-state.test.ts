import { ChatError, tool } from '@farebox/core';
import { expect, test } from 'vitest';
import { type CallEvent, type CallState, idleCall, nextCall } from './call-state.js';

const after = (...events: CallEvent[]): CallState => events.reduce(nextCall, idleCall);
const text = (piece: string, afterMs = 5): CallEvent => ({ type: 'text', text: piece, afterMs });
const failed = (kind: ChatError['kind']): CallEvent => ({
  type: 'failed',
  error: new ChatError({ kind, message: 'No.' }),
});
const completed = (answer = {}): CallEvent => ({
  type: 'completed',
  answer: {
    finishReason: 'stop',
    text: 'All.',
    value: undefined,
    toolCalls: [],
    messages: [],
    ...answer,
  },
});

test('text is joined, and the time of the first piece stays', () => {
  expect(after({ type: 'asked' }, text('A for', 300), text(' loop', 400))).toMatchObject({
    phase: 'streaming',
    text: 'A for loop',
    firstTextMs: 300,
  });
});

test('the budget’s error is a refusal, the reader’s abort a stop, and all else a failure', () => {
  const phases = (['budget', 'aborted', 'server'] as const).map(
    (kind) => after({ type: 'asked' }, failed(kind)).phase,
  );
  expect(phases).toEqual(['refused', 'stopped', 'failed']);
});

test('a refusal keeps what could have been spent', () => {
  const error = new ChatError({ kind: 'budget', message: 'No.' });
  const state = after({ type: 'asked' }, { type: 'failed', error, wanted: 5n });
  expect(state.wanted).toBe(5n);
});

test('a failure keeps the text that had arrived', () => {
  expect(after({ type: 'asked' }, text('A for'), failed('truncated'))).toMatchObject({
    phase: 'failed',
    text: 'A for',
  });
});

test('text that comes after the end changes nothing', () => {
  const ended = after({ type: 'asked' }, text('A'), failed('aborted'));
  expect(nextCall(ended, text('B'))).toBe(ended);
  expect(nextCall(ended, completed())).toBe(ended);
});

test('a new question forgets the old answer', () => {
  const state = after({ type: 'asked' }, text('A'), failed('server'), { type: 'asked' });
  expect(state).toEqual({ ...idleCall, phase: 'waiting' });
});

test('a value grows, begins anew when it is asked for again, and ends as the checked whole', () => {
  const partial = (value: unknown): CallEvent => ({ type: 'partial', value, afterMs: 1 });
  const grown = after({ type: 'asked' }, partial({ a: 'x' }), partial({ a: 'xy' }));
  expect(grown).toMatchObject({ value: { a: 'xy' }, text: '{\n  "a": "xy"\n}' });
  const again = nextCall(grown, { type: 're-asked' });
  expect(again).toMatchObject({ text: '', reAsks: 1 });
  expect(again).not.toHaveProperty('value');
  expect(nextCall(again, completed({ value: { a: 'z' } }))).toMatchObject({
    phase: 'completed',
    value: { a: 'z' },
  });
});

test('what goes on with results keeps what was said and paid, and what is said on the way is no part of the answer', () => {
  const said = [tool('call_1', 'snow')];
  const waiting = after({ type: 'asked' }, completed(), { type: 'asked', after: said });
  expect(waiting).toMatchObject({ phase: 'waiting', said, text: '', toolCalls: [] });
  const more = [...said, tool('call_2', 'rain')];
  expect(
    after({ type: 'asked' }, text('Let me see.'), { type: 'said', messages: more }),
  ).toMatchObject({
    said: more,
    text: '',
  });
});
