import { fitsNumber, nearestNumber } from './fit-number.js';
import { anyString, fitsString } from './fit-string.js';
import { strictFormats } from './formats.js';
import type { RawSchema } from './keywords.js';
import type { PatternWork } from './match-pattern.js';
import { parsePattern } from './pattern.js';
import { faultAt, type SchemaPath } from './schema-fault.js';
import type { Notes, NumberRules, Scalar, Shape, StringRules } from './shape.js';

const impossible = 'no value can satisfy all of its constraints.';

/** The shape of a text. @throws {SchemaFault} where no text keeps its rules. */
export function compileString(
  schema: RawSchema,
  notes: Notes,
  path: SchemaPath,
  strict: boolean,
  work: PatternWork,
): Shape {
  const rules = stringRules(schema, path, strict);
  const fallback = anyString(rules, work);
  if (fallback === undefined) throw faultAt(path, impossible);
  return { ...notes, kind: 'string', rules, fallback };
}

/** The shape of a number. @throws {SchemaFault} where no number keeps its rules. */
export function compileNumber(
  schema: RawSchema,
  notes: Notes,
  path: SchemaPath,
  integer: boolean,
): Shape {
  const rules = numberRules(schema, path, integer);
  const fallback = nearestNumber(rules, 1);
  if (fallback === undefined) throw faultAt(path, impossible);
  return { ...notes, kind: 'number', rules, fallback };
}

/** The shape of a choice: of the values listed, those that keep the other rules. */
export function compileEnum(
  listed: readonly unknown[],
  schema: RawSchema,
  types: readonly string[],
  notes: Notes,
  path: SchemaPath,
  strict: boolean,
  work: PatternWork,
): Shape {
  const text = stringRules(schema, path, strict);
  const number = numberRules(schema, path, false);
  const values = listed.filter((value): value is Scalar => {
    if (typeof value === 'string') return isOf('string') && fitsString(text, value, work);
    if (typeof value === 'number') {
      const typed = isOf('number') || (isOf('integer') && Number.isInteger(value));
      return typed && fitsNumber(number, value);
    }
    return value === null ? isOf('null') : typeof value === 'boolean' && isOf('boolean');
  });
  const [first, ...others] = values;
  if (first === undefined) throw faultAt(path, impossible);
  return { ...notes, kind: 'enum', values: [first, ...others] };

  function isOf(type: string): boolean {
    return types.length === 0 || types.includes(type);
  }
}

function stringRules(schema: RawSchema, path: SchemaPath, strict: boolean): StringRules {
  const { format, pattern: source } = schema;
  if (strict && typeof format === 'string' && !strictFormats.includes(format)) {
    throw faultAt(path, `'${format}' is not a valid format.`);
  }
  const pattern = typeof source === 'string' ? parsePattern(source) : undefined;
  if (source !== undefined && pattern === undefined) {
    throw faultAt(path, `'pattern' ${JSON.stringify(source)} is not supported with this model.`);
  }
  const minLength = count(schema, 'minLength', path) ?? 0;
  if (minLength > 50_000) {
    throw faultAt(path, `'minLength' ${minLength} exceeds limit of 50000.`);
  }
  return {
    minLength,
    maxLength: count(schema, 'maxLength', path) ?? Number.POSITIVE_INFINITY,
    format: typeof format === 'string' ? format : undefined,
    pattern,
  };
}

function numberRules(schema: RawSchema, path: SchemaPath, integer: boolean): NumberRules {
  const read = (keyword: string) => numberAt(schema, keyword, path);
  const multipleOf = read('multipleOf');
  if (multipleOf !== undefined && multipleOf <= 0) {
    throw faultAt(path, `'multipleOf' must be greater than 0, got ${multipleOf}.`);
  }
  return {
    integer,
    minimum: read('minimum') ?? Number.NEGATIVE_INFINITY,
    maximum: read('maximum') ?? Number.POSITIVE_INFINITY,
    exclusiveMinimum: read('exclusiveMinimum') ?? Number.NEGATIVE_INFINITY,
    exclusiveMaximum: read('exclusiveMaximum') ?? Number.POSITIVE_INFINITY,
    multipleOf,
  };
}

/** A whole number that is not negative, under a keyword. */
export function count(schema: RawSchema, keyword: string, path: SchemaPath): number | undefined {
  const value = numberAt(schema, keyword, path);
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return value;
  throw faultAt(path, `${value} is not a non-negative integer: '${keyword}'.`);
}

function numberAt(schema: RawSchema, keyword: string, path: SchemaPath): number | undefined {
  const value = schema[keyword];
  if (value === undefined || typeof value === 'number') return value;
  throw faultAt(path, `${JSON.stringify(value)} is not of type 'number': '${keyword}'.`);
}
