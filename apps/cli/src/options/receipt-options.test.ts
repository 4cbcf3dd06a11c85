import { describe, expect, it, test } from 'vitest';
import { askedReceipts } from './receipt-options.js';

const now = Date.parse('2026-11-28T12:00:00Z');
const timeZone = 'Europe/Berlin';
const iso = (at: number | undefined) => new Date(at ?? Number.NaN).toISOString();

describe('askedReceipts', () => {
  it('takes in both days, as they begin and end in the time zone', () => {
    const { filter } = askedReceipts({ from: '2026-10-25', to: '2026-10-25', timeZone }, now);
    // The day on which summer time ends has 25 hours.
    expect([iso(filter.from), iso(filter.to)]).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });

  it('counts days back from the day that it is there', () => {
    const early = Date.parse('2026-11-27T23:30:00Z');
    expect(iso(askedReceipts({ from: '0d', timeZone }, early).filter.from)).toBe(
      '2026-11-27T23:00:00.000Z',
    );
    expect(iso(askedReceipts({ from: '7d', timeZone: 'UTC' }, early).filter.from)).toBe(
      '2026-11-20T00:00:00.000Z',
    );
  });

  it('asks for a session as the tag that it is', () => {
    expect(askedReceipts({ session: 'thesis' }, now).filter.tag).toEqual({
      name: 'session',
      value: 'thesis',
    });
  });

  test.each([
    [{ from: '2026-11-02', to: '2026-11-01' }, /--from is a later day than --to/],
    [{ session: 'a', tag: { name: 'b', value: 'c' } }, /--session is a tag/],
  ])('refuses %j', (options, message) => {
    expect(() => askedReceipts(options, now)).toThrow(message);
  });
});
