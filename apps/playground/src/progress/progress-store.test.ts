import { expect, test, vi } from 'vitest';
import { memoryStorage } from '../page/fixtures/memory-storage.js';
import { progressStore } from './progress-store.js';

test('what is done is there when the page is opened again', () => {
  const storage = memoryStorage();
  progressStore(storage).add('first-call', 'Ask');
  const opened = progressStore(storage);
  expect(opened.current()).toEqual(new Map([['first-call', new Set(['Ask'])]]));
});

test('two tabs add to each other, and each hears of it', () => {
  const storage = memoryStorage();
  const [one, other] = [progressStore(storage), progressStore(storage)];
  const heard = vi.fn();
  one.watch(heard);
  other.add('first-call', 'Ask');
  one.add('first-call', 'By hand');
  expect(heard).toHaveBeenCalled();
  other.reload();
  const both = new Map([['first-call', new Set(['Ask', 'By hand'])]]);
  expect([one.current(), other.current()]).toEqual([both, both]);
});

test('a step that is done already tells nobody', () => {
  const store = progressStore(memoryStorage());
  store.add('first-call', 'Ask');
  const heard = vi.fn();
  const leave = store.watch(heard);
  store.add('first-call', 'Ask');
  expect(heard).not.toHaveBeenCalled();
  leave();
  store.add('first-call', 'By hand');
  expect(heard).not.toHaveBeenCalled();
});
