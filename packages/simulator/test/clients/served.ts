import { afterAll, beforeAll } from 'vitest';
import { type Recorder, record } from '../../src/recording/record.js';
import { type Server, serve } from '../../src/serve/serve.js';
import { type Simulator, simulate } from '../../src/simulate.js';
import { expectHonestBooks } from '../recount.js';

export const key = 'sk-canary-clients-1234567890';
export const model = 'gpt-4o-mini';
export const forLoop = 'Explain a for loop in two lines';
export const weatherQuestion = 'What is the weather in Paris?';

/** What every tool loop of these tests calls. */
export const weather = {
  description: 'The current weather in a city',
  parameters: {
    type: 'object' as const,
    properties: { city: { type: 'string' as const, description: 'The name of the city' } },
    required: ['city'],
    additionalProperties: false,
  },
  answer: ({ city }: { city: string }) => ({ city, degrees: 21, sky: 'sunny' }),
};

export const personPrompt = 'Extract the person: Jason Liu is 30 years old.';
export const person = { name: 'Jason Liu', age: 30 };

/** A served simulator for the tests of one client, whose books are recounted when they are over. */
export function servedForClients(): { url: () => string } {
  let simulator: Simulator;
  let server: Server;
  let recorder: Recorder;
  beforeAll(async () => {
    simulator = simulate({ seed: 3, apiKeys: [key] });
    recorder = record(simulator.fetch);
    server = await serve({ ...simulator, fetch: recorder.fetch });
  });
  afterAll(async () => {
    await server.close();
    expectHonestBooks(simulator.books.requests, recorder.recording.exchanges);
  });
  return { url: () => server.url };
}
