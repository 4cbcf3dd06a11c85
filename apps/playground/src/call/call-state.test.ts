import { ChatError } from '@farebox/core';
import { expect, test } from 'vitest';
import { type CallEvent, type CallState, idleCall, nextCall } from './call-state.js';

const after = (...events: CallEvent[]): CallState => events.reduce(nextCall, idleCall);
const text = (piece: string, afterMs = 5): CallEvent => ({ type: 'text', text: piece, afterMs });
const failed = (kind: ChatError['kind']): CallEvent => ({
  type: 'failed',
  error: new ChatError({ kind, message: 'No.' }),
  requestsSent: 0,
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

test('a failure keeps the text that had arrived', () => {
  expect(after({ type: 'asked' }, text('A for'), failed('truncated'))).toMatchObject({
    phase: 'failed',
    text: 'A for',
  });
});

test('text that comes after the end changes nothing', () => {
  const ended = after({ type: 'asked' }, text('A'), failed('aborted'));
  expect(nextCall(ended, text('B'))).toBe(ended);
  expect(nextCall(ended, { type: 'completed', finishReason: 'stop' })).toBe(ended);
});

test('a new question forgets the old answer', () => {
  const state = after({ type: 'asked' }, text('A'), failed('server'), { type: 'asked' });
  expect(state).toEqual({ phase: 'waiting', text: '', receipts: [] });
});
