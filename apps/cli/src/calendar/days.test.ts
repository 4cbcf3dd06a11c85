import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { dayAt, dayNamed, nameOfDay, startOfDay } from './days.js';

const starts = (day: string, zone: string) => {
  return new Date(startOfDay(dayNamed(day), zone)).toISOString();
};

test.each([
  ['2026-11-28', 'UTC', '2026-11-28T00:00:00.000Z'],
  ['2026-11-28', 'Europe/Berlin', '2026-11-27T23:00:00.000Z'],
  // 25 hours long, and 23.
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-11-28', 'Asia/Kolkata', '2026-11-27T18:30:00.000Z'],
  ['2026-11-28', 'Pacific/Kiritimati', '2026-11-27T10:00:00.000Z'],
  // Clocks went from 24:00 to 01:00.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['1969-12-31', 'Europe/Berlin', '1969-12-31T00:00:00.000Z'],
  ['9999-12-31', 'America/New_York', '9999-12-31T05:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, at) => {
  expect(starts(day, zone)).toBe(at);
});

it('is the first moment of its day, in any zone', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(zone, fc.integer({ min: 1, max: 40_000 }), (timeZone, day) => {
      const at = startOfDay(day, timeZone);
      expect(dayAt(at, timeZone)).toBe(day);
      expect(dayAt(at - 1, timeZone)).toBe(day - 1);
      expect(dayNamed(nameOfDay(day))).toBe(day);
    }),
    { numRuns: 50 },
  );
});
