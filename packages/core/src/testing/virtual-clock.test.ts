import fc from 'fast-check';
import { expect, test } from 'vitest';
import { virtualClock } from './virtual-clock.js';

test('time stands still until it is advanced, and both scales move together', async () => {
  const clock = virtualClock({ now: 1000 });
  expect([clock.now(), clock.monotonicMs()]).toEqual([1000, 0]);
  await clock.advance(250);
  expect([clock.now(), clock.monotonicMs()]).toEqual([1250, 250]);
});

test('a task runs at exactly its time, and not a millisecond before', async () => {
  const clock = virtualClock();
  const ran: number[] = [];
  clock.after(100, () => ran.push(clock.monotonicMs()));
  await clock.advance(99);
  expect(ran).toEqual([]);
  await clock.advance(1);
  expect(ran).toEqual([100]);
});

test('tasks run in the order of their times, and at one time in the order they were set', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 20 }), async (delays) => {
      const clock = virtualClock();
      const ran: { delay: number; index: number }[] = [];
      delays.forEach((delay, index) => {
        clock.after(delay, () => ran.push({ delay, index }));
      });
      await clock.advance(50);
      const expected = delays.map((delay, index) => ({ delay, index }));
      expected.sort((first, second) => first.delay - second.delay || first.index - second.index);
      expect(ran).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('a task that sets another within the advance has it run in the same advance', async () => {
  const clock = virtualClock();
  const ran: string[] = [];
  clock.after(10, () => {
    ran.push('first');
    clock.after(10, () => ran.push('second'));
  });
  await clock.advance(20);
  expect(ran).toEqual(['first', 'second']);
});

test('promises settle between two tasks, so that awaiting code sees each time', async () => {
  const clock = virtualClock();
  const seen: number[] = [];
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const waiting = (async () => {
    await wait(10);
    seen.push(clock.monotonicMs());
    await wait(10);
    seen.push(clock.monotonicMs());
  })();
  await clock.advance(1000);
  await waiting;
  expect(seen).toEqual([10, 20]);
});

test('a cancelled task never runs, leaves nothing pending, and may be cancelled again', async () => {
  const clock = virtualClock();
  let ran = false;
  const cancel = clock.after(10, () => {
    ran = true;
  });
  expect(clock.pending).toBe(1);
  cancel();
  cancel();
  expect(clock.pending).toBe(0);
  await clock.advance(100);
  expect(ran).toBe(false);
});

test('a negative delay is due at once, never in the past', async () => {
  const clock = virtualClock();
  await clock.advance(100);
  const ran: number[] = [];
  clock.after(-50, () => ran.push(clock.monotonicMs()));
  await clock.advance(0);
  expect(ran).toEqual([100]);
});

test('it stands still while something is held that takes no time, and moves on when that has settled', async () => {
  const clock = virtualClock();
  const ran: string[] = [];
  const file = Promise.withResolvers<void>();
  clock.after(10, () => {
    ran.push('a task');
    clock.hold(file.promise);
  });
  clock.after(20, () => ran.push('a later task'));
  const moving = clock.advance(50).then(() => ran.push('moved'));
  await new Promise((resolve) => setImmediate(resolve));
  expect([ran, clock.monotonicMs()]).toEqual([['a task'], 10]);
  file.reject(new Error('gone'));
  await moving;
  expect(ran).toEqual(['a task', 'a later task', 'moved']);
});
