import { EventEmitter } from 'node:events';
import { expect, it, test } from 'vitest';
import { exitCodeOf, exitSignals } from './exit-signals.js';

function fakeProcess() {
  const exits: number[] = [];
  return Object.assign(new EventEmitter(), {
    exits,
    exit: (code: number) => void exits.push(code),
  });
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s aborts, and the command that it ends exits %d', (name, code) => {
  const process = fakeProcess();
  const interrupted = exitSignals(process);
  process.emit(name);
  expect([interrupted.aborted, interrupted.reason.signal, process.exits]).toEqual([true, name, []]);
  expect(exitCodeOf(130, interrupted)).toBe(code);
});

it('a second signal, of whatever kind, ends the process with its own code', () => {
  const process = fakeProcess();
  exitSignals(process);
  process.emit('SIGINT');
  process.emit('SIGTERM');
  process.emit('SIGINT');
  expect(process.exits).toEqual([143, 130]);
});

it('a command that ended by itself keeps its exit code', () => {
  const process = fakeProcess();
  const interrupted = exitSignals(process);
  expect(exitCodeOf(0, interrupted)).toBe(0);
  process.emit('SIGTERM');
  expect([exitCodeOf(0, interrupted), exitCodeOf(8, interrupted)]).toEqual([0, 8]);
});
