import { ChatError, type FunctionTool } from '@farebox/core';
import { jsonSchemaOf } from '../schema/json-schema-of.js';
import { strictSchema } from '../schema/strict-schema.js';
import type { JsonSchema, TypedSchema } from '../schema/typed-schema.js';
import { canonicalJson } from './canonical-json.js';

/** What a tool has of the call that it is run for. */
export interface ToolContext {
  /** Aborted when the caller aborts or leaves, and when the tool's time is up: hand it on to whatever you wait for. */
  readonly signal: AbortSignal;
  /** The call in the ledger that this is a step of. */
  readonly callId: string;
  /** The model's call: what its result is sent with. */
  readonly toolCallId: string;
}

/** A tool that runs here. Made by {@link defineTool}; `run` can be called by tests. */
export interface ExecutableTool<Arguments = never> {
  /** What the model is given. */
  readonly definition: FunctionTool;
  /** The parameters in the subset that OpenAI's models keep to the letter; undefined where they cannot be said in it. */
  readonly strictParameters: Record<string, unknown> | undefined;
  /** What checks the arguments; without one, nothing does. */
  readonly schema: TypedSchema<unknown> | undefined;
  readonly timeoutMs: number | undefined;
  readonly run: (args: Arguments, context: ToolContext) => unknown;
}

export interface ToolDefinition<Parameters extends TypedSchema<unknown> | JsonSchema> {
  /** What the model calls it: 1 to 64 letters, digits, `_` and `-`. */
  readonly name: string;
  /** When to use it, and what comes back. */
  readonly description?: string | undefined;
  /** Default: none. */
  readonly parameters?: Parameters | undefined;
  /**
   * Returns a string, or anything that JSON can hold; up to 100,000 characters of it reach the model. What it throws
   * does not end the call: the model is told, in the words of a `ToolError`, or that the tool has failed.
   */
  readonly run: (args: ArgumentsOf<Parameters>, context: ToolContext) => unknown;
  /** How long one run may take. Default: `toolTimeoutMs` of the loop, which is a minute. Infinity for any time. */
  readonly timeoutMs?: number | undefined;
}

/** What the schema makes of the arguments; an object of anything where there is only a JSON Schema. */
export type ArgumentsOf<Parameters> =
  Parameters extends TypedSchema<infer Output> ? Output : Readonly<Record<string, unknown>>;

const noParameters = { type: 'object', properties: {}, additionalProperties: false } as const;

/**
 * A tool that the model may call and that runs here: give it to `tools`, of the client or of one call.
 *
 * `parameters` are a schema of zod, or of any library whose schemas carry their JSON Schema: arguments that do not fit go
 * back to the model, and `run` gets what the schema makes of the others. With a JSON Schema written by hand the arguments are an
 * object, and nothing else is checked: the model may have written anything into it.
 *
 * @throws {ChatError} `configuration`, at once, for a tool that cannot work.
 * @example
 * const weather = defineTool({
 *   name: 'get_weather',
 *   description: 'The weather now, in degrees Celsius.',
 *   parameters: z.object({ city: z.string() }),
 *   run: async ({ city }, { signal }) => (await fetch(weatherOf(city), { signal })).json(),
 * });
 * const answer = await client.ask('Do I need a coat in Oslo?', { tools: [weather] });
 */
export function defineTool<
  const Parameters extends TypedSchema<unknown> | JsonSchema = typeof noParameters,
>(options: ToolDefinition<Parameters>): ExecutableTool<ArgumentsOf<Parameters>> {
  // For callers without types.
  const { name, description, run, timeoutMs } = options ?? {};
  checkName(name);
  if (description !== undefined && typeof description !== 'string') {
    throw unusable(name, 'description is no text', 'Say when to use it, or leave it out.');
  }
  if (typeof run !== 'function') {
    throw unusable(name, 'run is no function', 'Give run: (args, { signal }) => result.');
  }
  if (timeoutMs !== undefined && !(timeoutMs > 0)) {
    throw unusable(name, `timeoutMs is ${timeoutMs}`, 'Give milliseconds, or Infinity.');
  }
  const given: TypedSchema<unknown> | JsonSchema = options.parameters ?? noParameters;
  if (typeof given !== 'object' && typeof given !== 'function') {
    throw unusable(name, 'parameters are no schema', 'Give one, such as z.object({ … }).');
  }
  const schema = isTyped(given) ? given : undefined;
  const parameters = isTyped(given) ? jsonSchemaOf(given, `Tool "${name}": parameters`) : given;
  if (parameters.type !== 'object') {
    throw unusable(name, 'parameters are no object', 'Wrap them in one, such as z.object({ … }).');
  }
  return {
    definition: {
      type: 'function',
      function: { name, ...(description !== undefined && { description }), parameters },
    },
    strictParameters: strictForm(parameters, schema !== undefined),
    schema,
    timeoutMs,
    run,
  };
}

/** A schema written by hand is sent as it was written, so it must be in the subset already. */
function strictForm(parameters: JsonSchema, mayChange: boolean): JsonSchema | undefined {
  const strict = strictSchema(parameters);
  const [own, made] = [parameters, strict].map((schema) =>
    canonicalJson(JSON.stringify(schema) ?? ''),
  );
  return mayChange || own === made ? strict : undefined;
}

function isTyped(
  parameters: TypedSchema<unknown> | JsonSchema,
): parameters is TypedSchema<unknown> {
  return '~standard' in parameters;
}

function checkName(name: string): void {
  if (typeof name === 'string' && /^[\w-]{1,64}$/.test(name)) return;
  throw new ChatError({
    kind: 'configuration',
    message: `A tool is called ${JSON.stringify(name)}, which providers refuse.`,
    fix: 'Use 1 to 64 letters, digits, _ and -.',
  });
}

function unusable(name: string, what: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message: `Tool "${name}": ${what}.`, fix });
}
