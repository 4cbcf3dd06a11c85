import { simulate } from '@farebox/simulator';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { serve } from '@farebox/simulator/node';
import { stepsOf } from '../steps.ts';
import { answerRule } from '../whole-answer.ts';
import { noting, type Venue } from './venue.ts';

/** A venue on a socket of this machine, with the platform's own fetch. */
export async function servedVenue(
  faultCase: FaultCase,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Venue> {
  const simulator = simulate({ seed: 1, faults: stepsOf(faultCase), answers: [answerRule] });
  const { url, close } = await serve(simulator);
  const noted = noting(fetch, () => performance.now());
  return { baseURL: url, ...noted, books: simulator.books, close };
}
