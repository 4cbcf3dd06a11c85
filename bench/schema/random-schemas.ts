import type { TypedSchema } from '@farebox/chat';
import fc from 'fast-check';

/** A schema, and a check of its own that knows nothing of JSON Schema: what is wrong, and where. */
export interface Pair {
  readonly json: Readonly<Record<string, unknown>>;
  readonly check: (value: unknown, path: string) => string[];
  /** Whether null is a value of it. */
  readonly isNullable?: boolean;
}

const said = (isFine: boolean, path: string, what: string) => (isFine ? [] : [`${path}: ${what}`]);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts: fc.Arbitrary<Pair> = fc.oneof(
  fc.constant<Pair>({
    json: { type: 'string' },
    check: (value, path) => said(isText(value), path, 'text'),
  }),
  fc.integer({ min: 0, max: 12 }).map(
    (length): Pair => ({
      json: { type: 'string', minLength: length, maxLength: length + 40 },
      check: (value, path) =>
        said(
          isText(value) && value.length >= length && value.length <= length + 40,
          path,
          'length',
        ),
    }),
  ),
  fc.constantFrom('open', 'shut').map(
    (word): Pair => ({
      json: { type: 'string', enum: [word, 'ajar'] },
      check: (value, path) => said(value === word || value === 'ajar', path, 'word'),
    }),
  ),
  fc.constant<Pair>({
    json: { type: 'string', format: 'date' },
    check: (value, path) => said(isText(value) && /^\d{4}-\d\d-\d\d$/.test(value), path, 'date'),
  }),
);

const numbers: fc.Arbitrary<Pair> = fc.oneof(
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.boolean()).map(
    ([low, isWhole]): Pair => ({
      json: { type: isWhole ? 'integer' : 'number', minimum: low, maximum: low + 50 },
      check: (value, path) =>
        said(
          isNumber(value) &&
            value >= low &&
            value <= low + 50 &&
            (!isWhole || Number.isInteger(value)),
          path,
          'number',
        ),
    }),
  ),
  fc.constant<Pair>({
    json: { type: 'boolean' },
    check: (value, path) => said(typeof value === 'boolean', path, 'boolean'),
  }),
);

const names = fc.constantFrom(
  'name',
  'age',
  'note',
  'größe',
  'items',
  'a b',
  'constructor',
  'value',
  'id',
);

/** Objects, lists, unions, null and what may be absent, inside each other. */
const inside = fc.letrec<{ pair: Pair; object: Pair }>((tie) => ({
  pair: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    numbers,
    tie('pair').map(
      ({ json, check }): Pair => ({
        json: { anyOf: [json, { type: 'null' }] },
        check: (value, path) => (value === null ? [] : check(value, path)),
        isNullable: true,
      }),
    ),
    fc.tuple(tie('pair'), fc.nat(2)).map(
      ([{ json, check }, least]): Pair => ({
        json: { type: 'array', items: json, minItems: least, maxItems: least + 3 },
        check: (value, path) =>
          Array.isArray(value) && value.length >= least && value.length <= least + 3
            ? value.flatMap((item, at) => check(item, `${path}[${at}]`))
            : [`${path}: list`],
      }),
    ),
    fc.tuple(texts, numbers).map(
      ([text, number]): Pair => ({
        json: { anyOf: [text.json, number.json] },
        check: (value, path) => (isText(value) ? text : number).check(value, path),
      }),
    ),
    tie('object'),
  ),
  object: fc
    .uniqueArray(fc.tuple(names, tie('pair'), fc.boolean()), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 4,
    })
    .map(
      (fields): Pair => ({
        json: {
          type: 'object',
          properties: Object.fromEntries(fields.map(([name, { json }]) => [name, json])),
          required: fields.filter(([, , isOptional]) => !isOptional).map(([name]) => name),
        },
        check: (value, path) =>
          isRecord(value)
            ? fields.flatMap(([name, { check }, isOptional]) => {
                const isThere = Object.hasOwn(value, name);
                if (!isThere) return said(isOptional, `${path}.${name}`, 'missing');
                return check(value[name], `${path}.${name}`);
              })
            : [`${path}: object`],
      }),
    ),
}));

/** A record somewhere makes it one that cannot be strict. */
const loose = inside.pair.map(
  ({ json, check }): Pair => ({
    json: {
      type: 'object',
      properties: {
        counts: { type: 'object', additionalProperties: { type: 'integer' } },
        more: json,
      },
      required: ['counts', 'more'],
    },
    check: (value, path) =>
      isRecord(value) && isRecord(value.counts)
        ? [
            ...Object.values(value.counts).flatMap((count) =>
              said(Number.isInteger(count), path, 'count'),
            ),
            ...check(value.more, `${path}.more`),
          ]
        : [`${path}: object`],
  }),
);

export const pairs: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 6, arbitrary: inside.object },
  { weight: 3, arbitrary: inside.pair },
  { weight: 1, arbitrary: loose },
);

/** As a schema that a client can be given. */
export function schemaOf({ json, check }: Pair): TypedSchema<unknown> {
  return {
    '~standard': {
      version: 1,
      vendor: 'random',
      validate: (value) => {
        const wrong = check(value, '$');
        return wrong.length === 0 ? { value } : { issues: wrong.map((message) => ({ message })) };
      },
      jsonSchema: { input: () => ({ ...json }) },
    },
  };
}
