import { SchemaFault } from './schema-fault.js';

const maximumDepth = 100;
const maximumValues = 100_000;
const strictNesting = 10;
const strictProperties = 5_000;
const strictEnumValues = 1_000;
const strictCharacters = 120_000;

/**
 * Refuses a schema that is too large to look at, before anything walks it.
 *
 * @throws {SchemaFault} above 100 levels of JSON or 100,000 values.
 */
export function checkSize(schema: unknown): void {
  let level: unknown[] = [schema];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > maximumDepth || values > maximumValues) {
      throw new SchemaFault(
        `schema is too large: at most ${maximumDepth} levels and ${maximumValues} values.`,
      );
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

/** What is counted while a schema is read. */
export interface SchemaTally {
  nesting: number;
  properties: number;
  enumValues: number;
  /** Of the names of properties and definitions and of the values of enums. */
  characters: number;
}

/**
 * OpenAI's limits in strict mode: 10 levels of nesting, 5,000 properties, 1,000 enum values and
 * 120,000 characters of names and values.
 *
 * A level is an object or array inside another; the outermost is none.
 * @throws {SchemaFault}
 */
export function checkStrictLimits(tally: SchemaTally): void {
  const limits = [
    [tally.nesting, strictNesting, 'levels of nesting'],
    [tally.properties, strictProperties, 'parameters'],
    [tally.enumValues, strictEnumValues, 'enum values'],
    [tally.characters, strictCharacters, 'characters of names and values'],
  ] as const;
  for (const [count, limit, what] of limits) {
    if (count > limit) throw new SchemaFault(`${count} ${what} exceeds limit of ${limit}.`);
  }
}
