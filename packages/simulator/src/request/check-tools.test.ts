import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const tool = (name: string, parameters?: object, strict?: boolean) => ({
  type: 'function',
  function: { name, ...(parameters && { parameters }), ...(strict !== undefined && { strict }) },
});
const grammar = { type: 'grammar', grammar: { syntax: 'regex', definition: 'a' } };
const open = { type: 'object', properties: { a: { type: 'string' } } };
const format = (schema: unknown, strict = true) => ({
  response_format: { type: 'json_schema', json_schema: { name: 'shape', strict, schema } },
});
const parameters = 'tools[0].function.parameters';
const functionCode = 'invalid_function_parameters';
const rootMessage = `schema must be a JSON Schema of 'type: "object"', got 'type: "array"'.`;

describe('a choice of tools that does not go together', () => {
  it.each<[Record<string, unknown>, string, string | null, string | null]>([
    [
      { tools: [tool('f')], tool_choice: { type: 'function', function: { name: 'g' } } },
      "Tool choice 'g' not found in 'tools' parameter.",
      'tool_choice',
      null,
    ],
    [
      { tools: [tool('f')], tool_choice: { type: 'custom', custom: { name: 'f' } } },
      "Tool choice 'f' not found in 'tools' parameter.",
      'tool_choice',
      null,
    ],
    [
      {
        tools: [tool('f')],
        tool_choice: {
          type: 'allowed_tools',
          allowed_tools: { mode: 'auto', tools: [{ type: 'function', function: { name: 'g' } }] },
        },
      },
      "Tool choice 'g' not found in 'tools' parameter.",
      'tool_choice',
      null,
    ],
    [
      { tools: [tool('f'), tool('f')] },
      "Invalid 'tools[1].function.name': 'f' is the name of another tool. Tool names must be unique.",
      'tools[1].function.name',
      'invalid_value',
    ],
    [
      { tool_choice: 'none' },
      "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
      'tool_choice',
      null,
    ],
    [
      { parallel_tool_calls: false },
      "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when 'tools' are specified.",
      'parallel_tool_calls',
      null,
    ],
    [
      { tools: [{ type: 'custom', custom: { name: 'c', format: grammar } }] },
      "Unsupported value: 'tools[0].custom.format.type' does not support 'grammar' with this model. Supported values are: 'text'.",
      'tools[0].custom.format.type',
      'unsupported_value',
    ],
    [
      { functions: [{ name: 'f' }] },
      "Unsupported parameter: 'functions' is not supported with this model. Use 'tools' instead.",
      'functions',
      'unsupported_parameter',
    ],
    [
      { function_call: 'auto' },
      "Unsupported parameter: 'function_call' is not supported with this model. Use 'tool_choice' instead.",
      'function_call',
      'unsupported_parameter',
    ],
  ])('%j is refused', async (request, message, param, code) => {
    const error = await errorOf(ask(simulate(), request));
    expect(error).toEqual({ status: 400, type: 'invalid_request_error', message, param, code });
  });
});

describe('a schema that cannot be kept', () => {
  it.each<[Record<string, unknown>, string, string | null, string | null]>([
    [
      { tools: [tool('f', open, true)] },
      "Invalid schema for function 'f': In context=(), 'additionalProperties' is required to be supplied and to be false.",
      parameters,
      functionCode,
    ],
    [
      { tools: [tool('f', { type: 'object' })] },
      "Invalid schema for function 'f': In context=(), object schema missing properties.",
      parameters,
      functionCode,
    ],
    [
      { tools: [tool('f', { type: 'array', items: {} })] },
      `Invalid schema for function 'f': ${rootMessage}`,
      parameters,
      functionCode,
    ],
    [
      { tools: [tool('f', { ...open, anyOf: [{}] })] },
      "Invalid schema for function 'f': schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf'/'enum'/'not' at the top level.",
      parameters,
      functionCode,
    ],
    [
      { tools: [tool('f', { ...open, properties: { a: { type: 'array' } } })] },
      "Invalid schema for function 'f': In context=('properties', 'a'), array schema missing items.",
      parameters,
      functionCode,
    ],
    [
      format(open),
      "Invalid schema for response_format 'shape': In context=(), 'additionalProperties' is required to be supplied and to be false.",
      'response_format',
      null,
    ],
    [
      format({ ...open, additionalProperties: false }),
      "Invalid schema for response_format 'shape': In context=(), 'required' is required to be supplied and to be an array including every key in properties. Missing 'a'.",
      'response_format',
      null,
    ],
    [
      format({ $ref: '#/$defs/a', $defs: { a: open } }),
      `Invalid schema for response_format 'shape': schema must be a JSON Schema of 'type: "object"', got 'type: "None"'.`,
      'response_format',
      null,
    ],
    [
      format({ ...open, properties: { a: { type: 'string', pattern: '(?<=a)b' } } }, false),
      "Invalid schema for response_format 'shape': In context=('properties', 'a'), 'pattern' \"(?<=a)b\" is not supported with this model.",
      'response_format',
      null,
    ],
    [
      { response_format: { type: 'json_schema', json_schema: { name: 'shape' } } },
      "Missing required parameter: 'response_format.json_schema.schema'.",
      'response_format.json_schema.schema',
      'missing_required_parameter',
    ],
  ])('%j is refused', async (request, message, param, code) => {
    const error = await errorOf(ask(simulate(), request));
    expect(error).toEqual({ status: 400, type: 'invalid_request_error', message, param, code });
  });

  it('of more than 100 levels is told so', async () => {
    let deep: object = { type: 'string' };
    for (let level = 0; level < 120; level++) deep = { type: 'array', items: deep };
    const error = await errorOf(
      ask(simulate(), format({ ...open, properties: { a: deep } }, false)),
    );
    expect(error.message).toMatch(/schema is too large: at most 100 levels/);
  });
});
