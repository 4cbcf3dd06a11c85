import { expect, test, vi } from 'vitest';
import { progressStore } from './progress-store.js';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

test('what is done is there when the page is opened again', () => {
  const storage = memory();
  progressStore(() => storage).add('first-call', 'Ask');
  const opened = progressStore(() => storage);
  expect(opened.current()).toEqual(new Map([['first-call', new Set(['Ask'])]]));
});

test('two tabs add to each other, and each hears of it', () => {
  const storage = memory();
  const [one, other] = [progressStore(() => storage), progressStore(() => storage)];
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
  const store = progressStore(memory);
  store.add('first-call', 'Ask');
  const heard = vi.fn();
  const leave = store.watch(heard);
  store.add('first-call', 'Ask');
  expect(heard).not.toHaveBeenCalled();
  leave();
  store.add('first-call', 'By hand');
  expect(heard).not.toHaveBeenCalled();
});

test('where storage is blocked, or full, what is done is known until the page is closed', () => {
  const blocked = progressStore(() => {
    throw new DOMException('Access is denied.', 'SecurityError');
  });
  blocked.add('first-call', 'Ask');
  blocked.add('first-call', 'By hand');
  expect(blocked.current().get('first-call')?.size).toBe(2);
  const full = progressStore(() => ({
    getItem: () => null,
    setItem() {
      throw new DOMException('Full.', 'QuotaExceededError');
    },
  }));
  full.add('first-call', 'Ask');
  expect(full.current().get('first-call')?.size).toBe(1);
});
