import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { orAbort } from './or-abort.js';

it('an abort wins over work that never settles', async () => {
  const controller = new AbortController();
  const waiting = orAbort(
    controller.signal,
    () => new Promise(() => {}),
    () => {},
  );
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ kind: 'aborted' });
});

it('a result that comes after the abort is let go of', async () => {
  const controller = new AbortController();
  const work = Promise.withResolvers<string>();
  const late: string[] = [];
  const waiting = orAbort(
    controller.signal,
    () => work.promise,
    (value) => late.push(value),
  );
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ kind: 'aborted' });
  work.resolve('too late');
  await work.promise;
  expect(late).toEqual(['too late']);
});

it('a signal that is aborted already starts nothing', async () => {
  let isStarted = false;
  const start = async () => {
    isStarted = true;
  };
  await expect(orAbort(AbortSignal.abort(), start, () => {})).rejects.toMatchObject({
    kind: 'aborted',
  });
  expect(isStarted).toBe(false);
});

it('what settles leaves no listener', async () => {
  const { signal } = new AbortController();
  expect(
    await orAbort(
      signal,
      async () => 1,
      () => {},
    ),
  ).toBe(1);
  await expect(
    orAbort(
      signal,
      () => Promise.reject(new Error('no')),
      () => {},
    ),
  ).rejects.toThrow('no');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
