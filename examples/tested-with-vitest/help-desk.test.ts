// How to test an application that talks to a model: no key, no network, no waiting, and nothing mocked
// between the application and the wire.
import { inspect, record, replay, type SimulateOptions, simulate } from '@farebox/simulator';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { helpDesk } from './help-desk.ts';

const orders = { status: async (order: string) => `${order} was sent on Monday` };

/** A client of the real SDK, whose provider is a simulator in this process. */
function setUp(options: SimulateOptions = {}) {
  const simulator = simulate({ seed: 1, ...options });
  const { fetch, requests } = inspect(simulator.fetch);
  const client = new OpenAI({ apiKey: 'any', maxRetries: 0, fetch });
  return { simulator, requests, client };
}

describe('the help desk', () => {
  it('looks an order up when the model asks for it', async () => {
    // The model’s part is a script: what it says first, and what it says then.
    const { client, simulator, requests } = setUp({
      answers: [
        { toolCalls: [{ name: 'order_status', arguments: { order: 'A-123' } }] },
        'It was sent on Monday.',
      ],
    });
    const answer = await helpDesk(client, orders, 'Where is my order A-123?');
    expect(answer).toBe('It was sent on Monday.');
    expect(simulator.answers, 'all of the script was used').toEqual([]);
    // What the application sent is there to be looked at.
    expect(requests[1]?.body).toMatchObject({
      messages: [
        { role: 'system' },
        { role: 'user' },
        { role: 'assistant', tool_calls: [{ function: { name: 'order_status' } }] },
        { role: 'tool', content: 'A-123 was sent on Monday' },
      ],
    });
  });

  it('works without a script too: the simulator picks the tool and reads the result', async () => {
    const { client, requests } = setUp();
    const answer = await helpDesk(client, orders, 'What is the status of order A-123?');
    expect(answer).toContain('sent on Monday');
    expect(requests).toHaveLength(2);
  });

  it.each(['rate-limit', 'server-error', 'html'] as const)('apologises on %s', async (fault) => {
    const { client } = setUp({ faults: [fault] });
    expect(await helpDesk(client, orders, 'Hello?')).toContain('try again');
  });

  it('gives up on a model that never stops calling tools', async () => {
    const again = { toolCalls: [{ name: 'order_status', arguments: { order: 'A-1' } }] };
    const { client, simulator } = setUp({ answers: [() => again] });
    expect(await helpDesk(client, orders, 'Where is A-1?')).toContain('colleague');
    expect(simulator.books.requests).toHaveLength(4);
  });

  it('costs less than a tenth of a cent', async () => {
    const { client, simulator } = setUp();
    await helpDesk(client, orders, 'What is the status of order A-123?');
    expect(simulator.books.costUsd).toBeGreaterThan(0);
    expect(simulator.books.costUsd).toBeLessThan(0.001);
  });

  it('answers the same from a recording of real traffic', async () => {
    // Here the traffic is the simulator’s; with `record(globalThis.fetch)` it is your provider’s.
    const recorder = record(simulate({ seed: 1 }).fetch);
    const ask = (fetch: typeof globalThis.fetch) =>
      helpDesk(new OpenAI({ apiKey: 'any', fetch }), orders, 'What is the status of order A-123?');
    const live = await ask(recorder.fetch);
    const file = JSON.stringify(recorder.recording);
    expect(await ask(replay(JSON.parse(file)))).toBe(live);
  });
});
