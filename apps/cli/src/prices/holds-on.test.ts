import { expect, test } from 'vitest';
import { dayAt, holdsOn } from './holds-on.js';

const entry = { serviceTier: 'default', checkedOn: '2026-11-24', source: '', bands: [] };

test('a price holds from its first day to the one before its end', () => {
  const price = { ...entry, from: '2026-07-30', to: '2026-08-21' };
  const days = ['2026-07-29', '2026-07-30', '2026-08-20', '2026-08-21'];
  expect(days.map((day) => holdsOn(price, day))).toEqual([false, true, true, false]);
  expect(holdsOn(entry, '1999-01-01')).toBe(true);
});

test('a day ends at midnight in UTC', () => {
  expect(dayAt(Date.UTC(2026, 10, 24, 23, 59, 59))).toBe('2026-11-24');
  expect(dayAt(Date.UTC(2026, 10, 25))).toBe('2026-11-25');
});
