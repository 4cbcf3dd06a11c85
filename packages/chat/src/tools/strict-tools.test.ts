import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { ChatClientOptions } from '../client-options.js';
import { calling } from '../fixtures/calling-reply.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from './define-tool.js';
import type { ToolList } from './tool-list.js';

async function offered(tools: ToolList, options: Partial<ChatClientOptions> = {}) {
  const { client, provider } = setUp({ ...options, tools });
  await client.ask('Go');
  return provider.requests[0]?.body.tools;
}

const run = () => 'x';
const city = z.object({ city: z.string(), days: z.number().optional() });
const byHand = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
} as const;

describe('tools in strict mode', () => {
  it('are those whose schema can be said in its subset: what may be absent may be null', async () => {
    expect(await offered([defineTool({ name: 'a', parameters: city, run })])).toEqual([
      {
        type: 'function',
        function: {
          name: 'a',
          parameters: {
            type: 'object',
            properties: {
              city: { type: 'string' },
              days: { anyOf: [{ type: 'number' }, { type: 'null' }] },
            },
            required: ['city', 'days'],
            additionalProperties: false,
          },
          strict: true,
        },
      },
    ]);
  });

  it('get their arguments as the schema means them: null is absent where it may be', async () => {
    const run = vi.fn((_: { city: string; days?: number | undefined }) => 'x');
    const { client } = setUp(
      { tools: [defineTool({ name: 'a', parameters: city, run })] },
      calling([{ name: 'a', arguments: { city: 'Oslo', days: null } }]),
      {},
    );
    await client.ask('Go');
    expect(run.mock.calls).toMatchObject([[{ city: 'Oslo' }, {}]]);
  });

  it('are not those whose schema cannot, such as records', async () => {
    const parameters = z.object({ labels: z.record(z.string(), z.string()) });
    const tool = defineTool({ name: 'a', parameters, run });
    expect(await offered([tool])).toEqual([tool.definition]);
  });

  it('are those with a JSON Schema by hand only if it is in the subset as it was written', async () => {
    const open = defineTool({ name: 'a', parameters: byHand, run });
    const closed = defineTool({
      name: 'b',
      parameters: { ...byHand, additionalProperties: false },
      run,
    });
    expect(await offered([open, closed])).toEqual([
      open.definition,
      {
        ...closed.definition,
        function: { ...closed.definition.function, strict: true },
      },
    ]);
  });

  it('are none at a provider or a model that does not have it, and tools in wire format are sent as they are', async () => {
    const tool = defineTool({ name: 'a', parameters: city, run });
    const wire = { type: 'function', function: { name: 'b', parameters: byHand } } as const;
    const plain = [tool.definition, wire];
    expect(await offered([tool, wire], { profile: { structuredOutput: 'json_object' } })).toEqual(
      plain,
    );
    expect(await offered([tool, wire], { model: 'gpt-4-turbo' })).toEqual(plain);
  });
});
