import type { ChatRequest } from '@farebox/core';
import { compileSchema, patternWork } from '../model/json/compile-schema.js';
import { SchemaFault } from '../model/json/schema-fault.js';
import { invalidRequest } from '../refusal/refusal.js';

/**
 * Refuses a `json_schema` that no answer could be written for.
 *
 * @throws {Refusal} 400 with OpenAI's message, whatever `strict` says: the root must be an object.
 */
export function checkResponseFormat({ response_format: format }: ChatRequest): void {
  if (format?.type !== 'json_schema') return;
  const { name, schema, strict } = format.json_schema;
  if (schema === undefined) {
    const param = 'response_format.json_schema.schema';
    throw invalidRequest(
      `Missing required parameter: '${param}'.`,
      param,
      'missing_required_parameter',
    );
  }
  checkSchema(schema, strict === true, `response_format '${name}'`, 'response_format', null);
}

/**
 * Refuses parameters of a function that no arguments could be written for.
 *
 * @throws {Refusal} 400 `invalid_function_parameters`, with OpenAI's message.
 */
export function checkParameters({ tools = [] }: ChatRequest): void {
  const work = patternWork();
  for (const [index, tool] of tools.entries()) {
    if (tool.type !== 'function' || tool.function.parameters === undefined) continue;
    const { name, parameters, strict } = tool.function;
    const param = `tools[${index}].function.parameters`;
    const code = 'invalid_function_parameters';
    checkSchema(parameters, strict === true, `function '${name}'`, param, code, work);
    if (!Object.hasOwn(parameters, 'properties')) {
      const message = `Invalid schema for function '${name}': In context=(), object schema missing properties.`;
      throw invalidRequest(message, param, code);
    }
  }
}

function checkSchema(
  schema: Record<string, unknown>,
  strict: boolean,
  whose: string,
  param: string,
  code: string | null,
  work = patternWork(),
): void {
  try {
    checkRoot(schema);
    compileSchema(schema, strict, work);
  } catch (error) {
    if (!(error instanceof SchemaFault)) throw error;
    throw invalidRequest(`Invalid schema for ${whose}: ${error.message}`, param, code);
  }
}

function checkRoot(schema: Record<string, unknown>): void {
  const { type } = schema;
  if (type !== 'object') {
    const got = typeof type === 'string' ? type : 'None';
    throw new SchemaFault(
      `schema must be a JSON Schema of 'type: "object"', got 'type: "${got}"'.`,
    );
  }
  const choices = ['oneOf', 'anyOf', 'allOf', 'enum', 'not'];
  if (choices.some((keyword) => Object.hasOwn(schema, keyword))) {
    throw new SchemaFault(
      "schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf'/'enum'/'not' at the top level.",
    );
  }
}
