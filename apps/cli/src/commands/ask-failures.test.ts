import { simulate } from '@farebox/simulator';
import { describe, expect, it, test } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { passingClock } from '../fixtures/passing-clock.js';
import { run } from '../run.js';

describe('when standard output breaks', () => {
  const breakAtOnce = async (code: string) => {
    const simulator = simulate();
    const io = fakeIo({
      openSimulator: async () => simulator.fetch,
      onOutput: () => io.breakOutput(code),
    });
    return { code: await run(['Explain recursion'], io), io, simulator };
  };

  it('stops the call, says what it cost, and exits 0 if a reader has left', async () => {
    const { code, io } = await breakAtOnce('EPIPE');
    expect(code).toBe(0);
    expect(io.error).toMatch(/\ncost .*\n$/);
    expect(io.error).not.toContain('Error');
  });

  it('exits 1 and says so if the disk is full', async () => {
    const { code, io } = await breakAtOnce('ENOSPC');
    expect(code).toBe(1);
    expect(io.error).toContain(
      'farebox: The answer could not be written to standard output (ENOSPC).',
    );
  });
});

it('exits 130 on Ctrl-C, with what was printed, its cost and the reason', async () => {
  const io = fakeIo({
    openSimulator: async () => simulate({ pace: { firstTokenMs: 0, tokensPerSecond: 200 } }).fetch,
    onOutput: () => io.interrupt(),
  });
  expect(await run(['Explain recursion'], io)).toBe(130);
  expect(io.out).toMatch(/^\S.*\n$/);
  expect(io.error).toMatch(/\ncost up to \$.* · simulated\nfarebox: interrupted\n$/);
});

describe('waits between attempts', () => {
  it('are told one by one, and a failed attempt counts into the cost', async () => {
    const simulator = simulate({
      faults: ['server-error', { fault: 'rate-limit', retryAfterMs: 20 }],
    });
    const { code, lines } = await farebox(['Hi'], { openSimulator: async () => simulator.fetch });
    expect(code).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(
        /^farebox: attempt 1: The provider answered 5\d\d .*; waiting \d+\.\d+ s$/,
      ),
      expect.stringMatching(
        /^farebox: attempt 2: The provider answered 429 .*; waiting \d+\.\d+ s$/,
      ),
      expect.stringMatching(/^cost up to \$/),
    ]);
  });

  it('do not happen with --retries 0', async () => {
    const simulator = simulate({ faults: ['server-error'] });
    const { code } = await farebox(['--retries', '0', 'Hi'], {
      openSimulator: async () => simulator.fetch,
    });
    expect(code).toBe(7);
    expect(simulator.books.requests).toHaveLength(1);
  });
});

it('tries as often as --retries says, also more often than calls share among them', async () => {
  const clock = passingClock();
  const simulator = simulate({ clock, faults: Array(41).fill('server-error') });
  const io = fakeIo({ clock, openSimulator: async () => simulator.fetch });
  expect(await clock.until(run(['--retries', '40', 'Hi'], io))).toBe(7);
  expect(simulator.books.requests).toHaveLength(41);
});

describe('a call that fails', () => {
  test.each([
    ['quota', 5],
    ['html', 7],
    ['error-event', 7],
    ['cut', 8],
  ] as const)('with the fault %s exits %i', async (fault, exit) => {
    const simulator = simulate({ faults: [fault] });
    const { code, error } = await farebox(['--retries', '0', 'Explain recursion'], {
      openSimulator: async () => simulator.fetch,
    });
    expect(code).toBe(exit);
    expect(error).toMatch(/\nfarebox: \w+Error: .+\n {2}fix: .+\n$/);
  });

  it('leaves what had arrived on standard output, and its cost on standard error', async () => {
    const simulator = simulate({ faults: [{ fault: 'cut', afterChunks: 6 }] });
    const { out, lines } = await farebox(['Explain recursion'], {
      openSimulator: async () => simulator.fetch,
    });
    expect(out).toMatch(/^\S.*\n$/);
    expect(lines).toEqual([
      expect.stringMatching(/^cost up to \$/),
      expect.stringMatching(/^farebox: StreamTruncatedError: /),
      '  fix: Ask again, or let --on-truncated restart do it; what had arrived is on standard output.',
    ]);
  });

  it('costs nothing when the provider refused, and then has no cost line', async () => {
    const simulator = simulate({ faults: ['unauthorized'] });
    const { code, error } = await farebox(['Hi'], { openSimulator: async () => simulator.fetch });
    expect(code).toBe(4);
    expect(error).not.toContain('cost');
  });
});
