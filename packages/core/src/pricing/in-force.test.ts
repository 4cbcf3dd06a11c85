import { expect, test } from 'vitest';
import { isInForce } from './in-force.js';

const price = { serviceTier: 'default', checkedOn: '', source: '', bands: [] };
const dated = { ...price, from: '2026-06-01', to: '2026-09-01' };

test.each([
  ['2026-05-31T23:59:59.999Z', false],
  ['2026-06-01T00:00:00.000Z', true],
  ['2026-08-31T23:59:59.999Z', true],
  ['2026-09-01T00:00:00.000Z', false],
])('a price from June to August: at %s it holds: %s', (at, holds) => {
  expect(isInForce(dated, Date.parse(at))).toBe(holds);
});

test.each([
  ['01:00', '04:00', '00:59:59.999', false],
  ['01:00', '04:00', '01:00:00.000', true],
  ['01:00', '04:00', '03:59:59.999', true],
  ['01:00', '04:00', '04:00:00.000', false],
  ['16:30', '00:30', '16:29:59.999', false],
  ['16:30', '00:30', '16:30:00.000', true],
  ['16:30', '00:30', '00:29:59.999', true],
  ['16:30', '00:30', '00:30:00.000', false],
])('hours from %s to %s: at %s they hold: %s', (from, to, time, holds) => {
  const hours = { ...price, hours: { from, to } };
  expect(isInForce(hours, Date.parse(`2026-11-24T${time}Z`))).toBe(holds);
});

test('without dates it holds at any time, and at no time that is none', () => {
  expect(isInForce(price, 0)).toBe(true);
  expect(isInForce(price, Number.NaN)).toBe(false);
  expect(isInForce(price, Number.POSITIVE_INFINITY)).toBe(false);
});
