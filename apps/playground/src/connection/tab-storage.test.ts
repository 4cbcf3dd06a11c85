import { expect, test } from 'vitest';
import { tabStorage } from './tab-storage.js';

test('a browser that blocks storage has one as long as the document', () => {
  const blocked = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  expect(tabStorage(blocked).getItem('a')).toBeNull();
  tabStorage(blocked).setItem('a', '1');
  expect(tabStorage(blocked).getItem('a')).toBe('1');
});

test('the storage of the tab is taken where it is there', () => {
  const own = { getItem: () => 'own', setItem: () => {} };
  expect(tabStorage(() => own)).toBe(own);
});
