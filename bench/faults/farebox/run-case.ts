import { systemClock } from '@farebox/client';
import type { FaultCase } from '@farebox/simulator/fault-table';
import type { CaseResult } from '../case-result.ts';
import { capMs, fareboxClocks, isEndless } from '../settings.ts';
import { allEnded } from '../venues/all-ended.ts';
import { openVenue } from '../venues/open-venue.ts';
import { within } from '../within.ts';
import { differences } from './judge.ts';
import type { Observation } from './observation.ts';
import { observeCall } from './observe-call.ts';
import type { TransportName } from './transports.ts';

/** How long a reply without an end may take to reach a limit. */
const patientMs = 60_000;

/** One case over real sockets, held to the table. */
export async function runFarebox(
  transport: TransportName,
  faultCase: FaultCase,
): Promise<Omit<CaseResult, 'contender'>> {
  const venue = await openVenue(faultCase, 'farebox');
  try {
    const patient = isEndless(faultCase);
    const running = observeCall(faultCase, venue, {
      transport,
      clock: systemClock,
      clocks: patient ? {} : fareboxClocks,
    });
    const seen = await within(patient ? patientMs : capMs, running);
    if (seen === 'hang') {
      const requests = venue.sent.length;
      const why = [`not over after ${capMs} ms`];
      const nothing = { requests, elapsedMs: capMs, leaks: [] };
      return { case: faultCase.name, outcome: 'hang', right: false, why, ...nothing };
    }
    const why = [
      ...differences(faultCase, seen),
      ...(await atProvider(faultCase, venue.books, seen)),
    ];
    const { sent: requests, elapsedMs, leaks } = seen;
    const outcome = outcomeOf(seen);
    return {
      case: faultCase.name,
      outcome,
      right: why.length === 0,
      why,
      requests,
      elapsedMs,
      leaks,
    };
  } finally {
    await venue.close();
  }
}

async function atProvider(
  { client, expected }: FaultCase,
  books: Parameters<typeof allEnded>[0],
  { receipts }: Observation,
): Promise<string[]> {
  if (books === undefined) return [];
  const found: string[] = [];
  if (!(await allEnded(books))) found.push('a connection is still open');
  const arrived = books.requests.length;
  const unsent = client === 'abort-before-send' ? 1 : 0;
  if (expected.money.includes('none') && arrived < receipts.length - unsent) return found;
  if (arrived < receipts.length - unsent) found.push(`only ${arrived} requests have arrived`);
  return found;
}

function outcomeOf({ error, untyped, left }: Observation): string {
  if (untyped !== undefined) return 'error: untyped';
  if (error === undefined) return left ? 'left' : 'complete';
  return `error: ${error.kind}${error.code === undefined ? '' : ` (${error.code})`}`;
}
