import { memoryLedger, scope } from '@farebox/cost';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { windowEnd } from './window-end.js';

test.each([
  ['hour', 'UTC', '2026-11-28T17:59:59.999Z', '2026-11-28T18:00:00.000Z'],
  ['hour', 'Asia/Kolkata', '2026-11-28T17:00:00.000Z', '2026-11-28T17:30:00.000Z'],
  ['day', 'Europe/Berlin', '2026-11-28T22:59:59.999Z', '2026-11-28T23:00:00.000Z'],
  // 25 hours long.
  ['day', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  // A Monday, and the Sunday before it.
  ['week', 'UTC', '2026-11-30T00:00:00.000Z', '2026-12-07T00:00:00.000Z'],
  ['week', 'UTC', '2026-11-29T23:59:59.999Z', '2026-11-30T00:00:00.000Z'],
  ['month', 'America/New_York', '2026-12-31T12:00:00.000Z', '2027-01-01T05:00:00.000Z'],
] as const)('a %s in %s at %s ends at %s', (per, timeZone, at, end) => {
  expect(windowEnd({ per, timeZone }, Date.parse(at))).toBe(Date.parse(end));
});

test.each(['call', 'total'] as const)('%s has no end', (per) => {
  expect(windowEnd({ per }, 0)).toBeUndefined();
});

it('is the first moment at which the ledger counts anew', async () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ];
  const times = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
  const windows = fc.constantFrom('hour', 'day', 'week', 'month');
  await fc.assert(
    fc.asyncProperty(times, windows, fc.constantFrom(...zones), async (at, per, timeZone) => {
      let now = at;
      const ledger = memoryLedger({ now: () => now });
      const budget = scope({ id: 'user', limitUsd: '1', per, timeZone });
      await ledger.reserve({
        id: 'a/1',
        callId: 'a',
        attempt: 1,
        amount: 1n,
        scopes: [budget],
        tags: {},
      });
      const end = windowEnd({ per, timeZone }, at) ?? Number.NaN;
      now = end - 1;
      expect((await ledger.balance(budget)).reserved).toBe(1n);
      now = end;
      expect((await ledger.balance(budget)).reserved).toBe(0n);
    }),
    { numRuns: 200 },
  );
});
