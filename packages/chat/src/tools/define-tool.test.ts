import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { defineTool, type ExecutableTool } from './define-tool.js';
import type { ToolList } from './tool-list.js';

const run = () => 'x';

describe('defineTool', () => {
  it('has the JSON Schema of what the schema accepts', () => {
    const parameters = z.object({ city: z.string().describe('In English.') });
    expect(
      defineTool({ name: 'weather', description: 'Now.', parameters, run }).definition,
    ).toMatchObject({
      type: 'function',
      function: {
        name: 'weather',
        description: 'Now.',
        parameters: {
          type: 'object',
          properties: { city: { type: 'string', description: 'In English.' } },
          required: ['city'],
        },
      },
    });
  });

  it('gives `run` the type of what the schema makes', async () => {
    const tool = defineTool({
      name: 'weather',
      parameters: z.object({ city: z.string(), days: z.coerce.number().default(1) }),
      run: (args) => {
        expectTypeOf(args).toEqualTypeOf<{ city: string; days: number }>();
        return `${args.city} ${args.days}`;
      },
    });
    expectTypeOf(tool).toExtend<ExecutableTool>();
    expectTypeOf([tool]).toExtend<ToolList>();
    const { signal } = new AbortController();
    expect(tool.run({ city: 'Oslo', days: 2 }, { signal, callId: 'a', toolCallId: 'b' })).toBe(
      'Oslo 2',
    );
  });

  it('takes a JSON Schema as it is, whose arguments are an object of anything', () => {
    const parameters = { type: 'object', properties: { city: { type: 'string' } } };
    const tool = defineTool({
      name: 'weather',
      parameters,
      run: (args) => {
        expectTypeOf(args).toEqualTypeOf<Readonly<Record<string, unknown>>>();
        return 'x';
      },
    });
    expect(tool.definition.function.parameters).toEqual(parameters);
  });

  it('may have no parameters', () => {
    expect(defineTool({ name: 'now', run }).definition.function.parameters).toEqual({
      type: 'object',
      properties: {},
      additionalProperties: false,
    });
  });

  it.each([
    ['a name with a blank', { name: 'get weather' }, 'A tool is called "get weather"'],
    ['a name of 65 letters', { name: 'x'.repeat(65) }, 'which providers refuse'],
    ['no name', { name: undefined as unknown as string }, 'A tool is called undefined'],
    ['no run', { run: 'x' as never }, 'run is no function'],
    ['no time', { timeoutMs: 0 }, 'timeoutMs is 0'],
    ['a list', { parameters: z.array(z.string()) }, 'parameters are no object'],
    ['a union', { parameters: z.union([z.object({}), z.string()]) }, 'parameters are no object'],
    [
      'a date',
      { parameters: z.object({ day: z.date() }) },
      'Tool "tool": parameters has a part that cannot be said in JSON Schema.',
    ],
    [
      'what carries no JSON Schema',
      {
        parameters: { '~standard': { version: 1, vendor: 'own', validate: () => ({ value: {} }) } },
      },
      'Tool "tool": parameters carries no JSON Schema',
    ],
  ])('%s is refused at once', (_, options, message) => {
    expect(() => defineTool({ name: 'tool', run, ...options } as never)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(message) }),
    );
  });
});
