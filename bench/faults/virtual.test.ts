import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from './farebox/judge.ts';
import { observeCall } from './farebox/observe-call.ts';
import type { TransportName } from './farebox/transports.ts';
import { virtualVenue } from './venues/virtual.ts';
import { warmUp } from './venues/warm-up.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', note);
  await warmUp();
});
afterAll(() => {
  process.off('unhandledRejection', note);
  expect(unhandled, 'rejections that nobody handled').toEqual([]);
});

async function play(faultCase: FaultCase, transport: TransportName, stream = true) {
  const venue = virtualVenue(faultCase);
  const seen = await observeCall(faultCase, venue, {
    transport,
    clock: venue.clock,
    settled: venue.passTime,
    ...(stream ? {} : { request: { stream: false } }),
  });
  return { venue, seen };
}

const rows = faultTable.flatMap(({ number, title, cases }) =>
  cases.map((faultCase) => ({ number, title, name: faultCase.name, faultCase })),
);

/** A reply without an end takes a second or more of real time until it meets its limit. */
const patientMs = 30_000;

describe.each(['fetch', 'sdk'] as const)('over the %s transport', (transport) => {
  it.each(rows)(
    '$number $name: Farebox does what the table says',
    async ({ faultCase }) => {
      const { venue, seen } = await play(faultCase, transport);
      const found = differences(faultCase, seen);
      if (found.length > 0) expect.fail(found.join('; '));
      expect(venue.open, 'replies that are still open').toBe(0);
      expect(venue.clock.pending, 'timers left, those of the provider included').toBe(0);
    },
    patientMs,
  );
});
