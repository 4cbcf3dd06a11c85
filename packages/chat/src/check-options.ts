import { ChatError } from '@farebox/core';

interface Shape {
  /** The end of "… must be". */
  readonly what: string;
  readonly holds: (value: unknown) => boolean;
  /** What to write instead. */
  readonly example: string;
}

const isFunction = (value: unknown) => typeof value === 'function';
const isText = (value: unknown) => typeof value === 'string';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(...methods: readonly string[]) {
  return (value: unknown) => isObject(value) && methods.every((name) => isFunction(value[name]));
}

const func = (example: string): Shape => ({ what: 'a function', holds: isFunction, example });
const object = (example: string): Shape => ({ what: 'an object', holds: isObject, example });

const tools: Shape = {
  what: 'a list of tools',
  holds: (value) => Array.isArray(value) && value.every(isTool),
  example: 'tools: [defineTool({ … })]',
};

const system: Shape = {
  what: 'a text',
  holds: isText,
  example: "system: 'Answer in one line.'",
};

const tags: Shape = {
  what: 'an object of texts',
  holds: (value) => isObject(value) && Object.values(value).every(isText),
  example: "tags: { team: 'red' }",
};

/** What both a client and a call have. */
const common: Readonly<Record<string, Shape>> = {
  tools,
  toolLoop: object('toolLoop: { maxTurns: 5 }'),
  tags,
  observe: func('observe: (event) => console.log(event.type)'),
};

const ofClient: Readonly<Record<string, Shape>> = {
  ...common,
  system,
  fetch: func('fetch: simulate().fetch'),
  transport: func('transport: fromOpenAI(client)'),
  random: func('random: Math.random'),
  clock: {
    what: 'a clock',
    holds: has('now', 'monotonicMs', 'after'),
    example: 'clock: systemClock of @farebox/client',
  },
  ledger: {
    what: 'a ledger',
    holds: has('reserve', 'balance'),
    example: 'ledger: memoryLedger() of @farebox/cost',
  },
  prices: {
    what: 'a price list, or a function that gets one',
    holds: (value) => isFunction(value) || (isObject(value) && Array.isArray(value.models)),
    example: 'prices: loadCatalogue(json) of @farebox/core',
  },
  retry: {
    what: 'false or an object',
    holds: (value) => value === false || isObject(value),
    example: 'retry: { retries: 2 }',
  },
  clocks: object('clocks: { totalMs: 60_000 }'),
  limits: object('limits: { maxReplyBytes: 1_000_000 }'),
  limiter: object('limiter: {}'),
  breaker: object('breaker: {}'),
  drain: object('drain: { ms: 2_000 }'),
  fit: object('fit: { leastTokens: 100 }'),
};

const ofCall: Readonly<Record<string, Shape>> = {
  ...common,
  signal: {
    what: 'an AbortSignal',
    holds: has('addEventListener', 'removeEventListener'),
    example: 'signal: AbortSignal.timeout(10_000)',
  },
  schema: {
    what: 'a schema',
    // What kind of schema is told where it is read.
    holds: (value) => value !== null,
    example: 'schema: z.object({ … })',
  },
};

/** @throws {ChatError} `configuration` that names the first option of a client that is of another kind than it must be. */
export function checkClientOptions(options: unknown): void {
  if (!isObject(options)) {
    throw wrong(
      `The options of a client are ${shown(options)}.`,
      "Pass an object: new ChatClient({ model: 'gpt-4o-mini' }).",
    );
  }
  check(options, ofClient);
}

/** @throws {ChatError} `configuration` that names the first option of a call that is of another kind than it must be. */
export function checkCallOptions(options: unknown): void {
  if (!isObject(options)) {
    throw wrong(
      `The options of a call are ${shown(options)}.`,
      'Pass an object, such as { temperature: 0 }, or leave it out.',
    );
  }
  check(options, ofCall);
}

/** @throws {ChatError} `configuration` for options of a conversation that are none. */
export function checkConversationOptions(options: unknown): void {
  if (!isObject(options)) {
    throw wrong(
      `The options of a conversation are ${shown(options)}.`,
      "Pass an object, such as { system: 'Answer in one line.' }, or leave it out.",
    );
  }
  check(options, ofConversation);
  if (isObject(options.context)) check(options.context, ofContext, 'context.');
}

const ofConversation: Readonly<Record<string, Shape>> = {
  system,
  context: object('context: { maxTokens: 16_000 }'),
};

const ofContext: Readonly<Record<string, Shape>> = {
  policy: {
    what: 'a policy',
    holds: (value) => isObject(value) && isText(value.kind),
    example: 'context: { policy: dropOldest() }',
  },
  countTokens: func('context: { countTokens: (text) => text.length / 4 }'),
};

function check(
  options: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, Shape>>,
  path = '',
): void {
  for (const [name, { what, holds, example }] of Object.entries(shapes)) {
    const value = options[name];
    if (value === undefined || holds(value)) continue;
    throw wrong(
      `${path}${name} must be ${what}, and is ${shown(value)}.`,
      `Write it as in ${example}, or leave it out.`,
    );
  }
}

function isTool(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { type, definition } = value;
  if (isFunction(value.run)) return isObject(definition);
  return isObject(type === 'custom' ? value.custom : value.function);
}

/** Its kind alone: an option may have a secret in it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'an object of another kind';
  return typeof value === 'function' ? 'a function' : `a ${typeof value}`;
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
