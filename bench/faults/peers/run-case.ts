import type { FaultCase } from '@farebox/simulator/fault-table';
import type { CaseResult } from '../case-result.ts';
import { openVenue } from '../venues/open-venue.ts';
import { faultsFound, outcomeOf } from './judge.ts';
import { observePeer } from './observe-peer.ts';
import type { Peer } from './peer.ts';

/** One case over real sockets through another client, judged by the one rule for all of them. */
export async function runPeer(
  peer: Peer,
  faultCase: FaultCase,
): Promise<Omit<CaseResult, 'contender'>> {
  const venue = await openVenue(faultCase, 'peer');
  try {
    const seen = await observePeer(peer, faultCase, venue);
    const why = faultsFound(faultCase, seen);
    const outcome = outcomeOf(faultCase, seen);
    const { requests, elapsedMs, leaks } = seen;
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
