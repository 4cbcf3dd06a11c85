import { asObject } from './json-object.js';

/** What a word of JSON Schema wants beside it, and where schemas are inside it. */
interface Keyword {
  /** What is wrong with its value, as the end of a sentence. */
  readonly problem: (value: unknown) => string | undefined;
  readonly parts: (value: unknown, place: string) => readonly (readonly [unknown, string])[];
}

const typeNames = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

const noParts = () => [];
const anything: Keyword = { problem: () => undefined, parts: noParts };
const text: Keyword = wanting((value) => typeof value === 'string', 'has to be a text');
const number: Keyword = wanting((value) => typeof value === 'number', 'has to be a number');
const count: Keyword = wanting(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  'has to be a whole number from 0 on',
);
const list: Keyword = wanting(
  (value) => Array.isArray(value) && value.length > 0,
  'has to be a list with something in it',
);
const schemas: Keyword = {
  ...list,
  parts: (value, place) =>
    (value as unknown[]).map((part, index) => [part, `choice ${index + 1} of ${place}`]),
};

/** The words that this page checks, and those that it hands on to the model as they are. */
export const keywords: Readonly<Record<string, Keyword>> = {
  type: wanting(
    (value) =>
      [value].flat().length > 0 && [value].flat().every((name) => typeNames.includes(String(name))),
    `has to be one of ${typeNames.join(', ')}`,
  ),
  properties: {
    problem: (value) => (asObject(value) === undefined ? 'has to be an object' : undefined),
    parts: (value) =>
      Object.entries(asObject(value) ?? {}).map(([name, part]) => [part, `"${name}"`]),
  },
  required: wanting(
    (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
    'has to be a list of names',
  ),
  additionalProperties: {
    problem: (value) =>
      typeof value === 'boolean' || asObject(value) !== undefined
        ? undefined
        : 'has to be true, false or a schema',
    parts: (value, place) => [[value, `whatever else is in ${place}`]],
  },
  items: {
    problem: (value) => (asObject(value) === undefined ? 'has to be a schema' : undefined),
    parts: (value, place) => [[value, `the items of ${place}`]],
  },
  enum: list,
  const: anything,
  anyOf: schemas,
  oneOf: schemas,
  allOf: schemas,
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  // Told to the model and not checked here: a pattern can take longer than a page has.
  pattern: text,
  format: text,
  title: text,
  description: text,
  $schema: text,
  $id: text,
  default: anything,
  examples: anything,
};

function wanting(isRight: (value: unknown) => boolean, problem: string): Keyword {
  return { problem: (value) => (isRight(value) ? undefined : problem), parts: noParts };
}
