import { expect, test } from 'vitest';
import { type CellState, idleCell } from '../cell/output.js';
import { outcomeOf } from './outcome.js';

const done = (results: unknown): CellState => ({
  phase: 'done',
  lines: [],
  result: JSON.stringify(results),
});

test('nothing passes before the checks have run', () => {
  expect(outcomeOf(idleCell, 2)).toEqual({
    phase: 'unchecked',
    sentence: '2 checks, not run yet',
    results: [],
  });
  expect(outcomeOf({ phase: 'running', lines: [] }, 2).phase).toBe('checking');
});

test('one check that fails is enough to fail', () => {
  const results = [{ what: 'It is.' }, { what: 'It does.', problem: 'It does not.' }];
  expect(outcomeOf(done(results), 2)).toEqual({
    phase: 'failed',
    sentence: '1 of 2 checks pass',
    results,
  });
});

test('all checks have to be there to pass', () => {
  expect(outcomeOf(done([{ what: 'It is.' }, { what: 'It does.' }]), 2).phase).toBe('passed');
  expect(outcomeOf(done([{ what: 'It is.' }]), 2).phase).toBe('broken');
  expect(outcomeOf({ phase: 'done', lines: [] }, 2).phase).toBe('broken');
});

test('code that throws or does not end has passed nothing', () => {
  const failure = { name: 'SyntaxError', message: 'Unexpected token' };
  expect(outcomeOf({ phase: 'failed', lines: [], failure }, 2).phase).toBe('broken');
  expect(outcomeOf({ phase: 'stopped', lines: [], why: 'Stopped.' }, 2).phase).toBe('broken');
});
