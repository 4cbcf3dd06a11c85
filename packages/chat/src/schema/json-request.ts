import type { ChatMessage, ChatRequest, ResponseFormat } from '@farebox/core';
import { system } from '@farebox/core';
import type { JsonSupport } from './json-support.js';
import type { ObjectRoot } from './object-root.js';
import { withRulesTold } from './strict-rules.js';
import { strictSchema } from './strict-schema.js';
import type { JsonSchema } from './typed-schema.js';

/** How a model is asked: `few_rules` is `json_schema` with the rules of texts, numbers and lists in the descriptions. */
export type JsonForm = JsonSupport | 'few_rules';

/**
 * The request for JSON of a schema, by what the provider has.
 *
 * `json_schema` is strict where the schema can be made so. Otherwise, and where it `isTold` besides, the schema stands in the system
 * message, with JSON mode (`json_object`) or without.
 */
export function jsonRequest(
  request: ChatRequest,
  { schema }: ObjectRoot,
  form: JsonForm,
  isTold = false,
): ChatRequest {
  const isSchema = form === 'json_schema' || form === 'few_rules';
  const messages = isSchema && !isTold ? request.messages : instructed(request.messages, schema);
  if (isSchema) {
    const said = form === 'few_rules' ? withRulesTold(schema) : schema;
    return { ...request, messages, response_format: schemaFormat(said) };
  }
  const asked: ChatRequest = { ...request, messages };
  delete asked.response_format;
  return form === 'none' ? asked : { ...asked, response_format: { type: 'json_object' } };
}

function schemaFormat(schema: JsonSchema): ResponseFormat {
  const strict = strictSchema(schema);
  const { description } = schema;
  return {
    type: 'json_schema',
    json_schema: {
      name: 'answer',
      ...(typeof description === 'string' ? { description } : {}),
      schema: { ...(strict ?? schema) },
      strict: strict !== undefined,
    },
  };
}

/** At the end of the system message, where there is one: many models take one alone, and only as the first. */
function instructed(messages: readonly ChatMessage[], schema: JsonSchema): ChatMessage[] {
  const instruction = `Answer with one JSON object and nothing else: no prose, no code fence. It must be valid against this JSON Schema:\n${JSON.stringify(schema)}`;
  const [first, ...others] = messages;
  const leads = first?.role === 'system' || first?.role === 'developer';
  if (!leads) return [system(instruction), ...messages];
  const { content } = first;
  const joined =
    typeof content === 'string'
      ? `${content}\n\n${instruction}`
      : [...content, { type: 'text' as const, text: instruction }];
  return [{ ...first, content: joined }, ...others];
}
