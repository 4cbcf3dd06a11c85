import { expect, test } from 'vitest';
import { memoryStorage } from './fixtures/memory-storage.js';
import { keptStorage } from './kept-storage.js';

test('what is set is in the storage, and nowhere else', () => {
  const storage = memoryStorage();
  keptStorage(() => storage).setItem('a', '1');
  expect(storage.getItem('a')).toBe('1');
  storage.setItem('a', '2');
  expect(keptStorage(() => storage).getItem('a')).toBe('2');
});

test('where naming the storage throws, what is set is known until the document is closed', () => {
  const blocked = keptStorage(() => {
    throw new DOMException('Access is denied.', 'SecurityError');
  });
  expect(blocked.getItem('a')).toBeNull();
  blocked.setItem('a', '1');
  expect(blocked.getItem('a')).toBe('1');
  expect(blocked.getItem('b')).toBeNull();
});

test('what a full storage does not take stands before what it has, until it takes it', () => {
  const storage = memoryStorage();
  storage.setItem('a', 'old');
  let isFull = true;
  const kept = keptStorage(() => ({
    getItem: storage.getItem,
    setItem(key, value) {
      if (isFull) throw new DOMException('Full.', 'QuotaExceededError');
      storage.setItem(key, value);
    },
  }));
  kept.setItem('a', 'new');
  expect([kept.getItem('a'), storage.getItem('a')]).toEqual(['new', 'old']);
  isFull = false;
  kept.setItem('a', 'newer');
  expect([kept.getItem('a'), storage.getItem('a')]).toEqual(['newer', 'newer']);
});
