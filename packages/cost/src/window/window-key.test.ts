import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowKey } from './window-key.js';

const key = (per: 'hour' | 'day' | 'week' | 'month', at: string | number, timeZone?: string) =>
  windowKey({ id: 's', per, timeZone }, typeof at === 'number' ? at : Date.parse(at), 'call');

describe('windowKey', () => {
  it('names nothing in total, and each call for itself', () => {
    expect(windowKey({ id: 's' }, 0, 'a')).toBe('');
    expect(windowKey({ id: 's', per: 'total' }, 0, 'a')).toBe('');
    expect(windowKey({ id: 's', per: 'call' }, 0, 'a')).toBe('call:a');
  });

  it('begins a day, a week and a month at midnight of its time zone', () => {
    expect(key('day', '2026-11-30T23:59:59.999Z')).toBe('day:2026-11-30@UTC');
    expect(key('day', '2026-11-30T23:00:00.000Z', 'Europe/Berlin')).toBe(
      'day:2026-12-01@Europe/Berlin',
    );
    expect(key('day', '2026-11-30T22:59:59.999Z', 'Europe/Berlin')).toBe(
      'day:2026-11-30@Europe/Berlin',
    );
    expect(key('month', '2026-11-30T23:00:00.000Z', 'Europe/Berlin')).toBe(
      'month:2026-12@Europe/Berlin',
    );
    // A Sunday in UTC and already Monday in Auckland.
    expect(key('week', '2026-11-29T12:00:00Z')).toBe('week:2026-11-23@UTC');
    expect(key('week', '2026-11-29T12:00:00Z', 'Pacific/Auckland')).toBe(
      'week:2026-11-30@Pacific/Auckland',
    );
  });

  it('has the 29th of February, and the last month of a year before the first of the next', () => {
    expect(key('day', '2028-02-29T12:00:00Z')).toBe('day:2028-02-29@UTC');
    expect(key('month', '2026-12-31T23:59:59.999Z')).toBe('month:2026-12@UTC');
    expect(key('month', '2027-01-01T00:00:00.000Z')).toBe('month:2027-01@UTC');
  });

  it('is one day of 25 hours and one of 23 when the clocks change, not two or none', () => {
    const berlin = (at: number) => key('day', at, 'Europe/Berlin');
    const longDay = Date.parse('2026-10-24T22:00:00Z');
    expect(berlin(longDay - 1)).toBe('day:2026-10-24@Europe/Berlin');
    for (let hour = 0; hour < 25; hour++) {
      expect(berlin(longDay + hour * 3_600_000)).toBe('day:2026-10-25@Europe/Berlin');
    }
    expect(berlin(longDay + 25 * 3_600_000)).toBe('day:2026-10-26@Europe/Berlin');
    const shortDay = Date.parse('2026-03-28T23:00:00Z');
    expect(berlin(shortDay + 23 * 3_600_000 - 1)).toBe('day:2026-03-29@Europe/Berlin');
    expect(berlin(shortDay + 23 * 3_600_000)).toBe('day:2026-03-30@Europe/Berlin');
  });

  it('tells the two hours apart that a clock shows twice', () => {
    expect(key('hour', '2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe(
      'hour:2026-10-25T02+02:00@Europe/Berlin',
    );
    expect(key('hour', '2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe(
      'hour:2026-10-25T02+01:00@Europe/Berlin',
    );
  });

  it('knows hours that begin at half past in UTC', () => {
    expect(key('hour', '2026-11-28T10:29:59Z', 'Asia/Kolkata')).toBe(
      'hour:2026-11-28T15+05:30@Asia/Kolkata',
    );
    expect(key('hour', '2026-11-28T10:30:00Z', 'Asia/Kolkata')).toBe(
      'hour:2026-11-28T16+05:30@Asia/Kolkata',
    );
  });

  it('never comes back to a window once time has left it, in any time zone', () => {
    const zones = fc.constantFrom(
      ...['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'],
    );
    const times = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { maxLength: 30 });
    const per = fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const);
    fc.assert(
      fc.property(zones, per, times, (zone, unit, at) => {
        const keys = at.sort((a, b) => a - b).map((time) => key(unit, time, zone));
        const visits = keys.filter((name, index) => name !== keys[index - 1]);
        expect(new Set(visits).size).toBe(visits.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a time zone that does not exist, and a time that is none', () => {
    expect(() => key('day', 0, 'Europe/Atlantis')).toThrow('no time zone');
    expect(() => key('day', Number.NaN)).toThrow('no time');
    expect(() => key('day', Number.NaN, 'Europe/Berlin')).toThrow();
  });
});
