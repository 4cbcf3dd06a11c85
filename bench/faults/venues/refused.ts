import { simulate } from '@farebox/simulator';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { serve } from '@farebox/simulator/node';
import { stepsOf } from '../steps.ts';
import { answerRule } from '../whole-answer.ts';
import { freePort } from './free-port.ts';
import { noting, type Venue } from './venue.ts';

/** A port where nothing listens until the script says `ok`; then the provider is up. */
export async function refusedVenue(faultCase: FaultCase): Promise<Venue> {
  const steps = stepsOf(faultCase);
  const port = await freePort();
  const simulator = simulate({ seed: 1, answers: [answerRule] });
  let server: Awaited<ReturnType<typeof serve>> | undefined;
  const sending: typeof fetch = async (input, init) => {
    if (steps.shift() === 'ok') server ??= await serve(simulator, { port });
    return fetch(input, init);
  };
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    ...noting(sending, () => performance.now()),
    books: simulator.books,
    close: async () => server?.close(),
  };
}
