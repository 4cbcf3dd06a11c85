import { compileArray, compileObject } from './compile-container.js';
import { compileEnum, compileNumber, compileString } from './compile-scalar.js';
import { compileUnion } from './compile-union.js';
import { checkKeywords, keywordsBeside, type RawSchema, rulesBeside } from './keywords.js';
import type { PatternWork } from './match-pattern.js';
import type { Reader } from './reader.js';
import { type Definition, definitionAt } from './reference.js';
import { contextText, faultAt, SchemaFault, type SchemaPath } from './schema-fault.js';
import { checkSize, checkStrictLimits, type SchemaTally } from './schema-limits.js';
import type { Notes, Scalar, Shape } from './shape.js';
import { type Sizes, smallestSizes } from './smallest-size.js';

/** A schema that was read whole: its shape, and how small each part can be written. */
export interface CompiledSchema {
  readonly root: Shape;
  readonly sizes: Sizes;
}

/** The work that the patterns of one request may cost: about half a second. */
export function patternWork(): PatternWork {
  return { steps: 2_000_000 };
}

const typeNames = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/**
 * Reads a JSON Schema into a shape that values can be written for.
 *
 * Strict schemas must be as OpenAI demands: typed, closed, every property required.
 * Several schemas of one request share the work of their patterns; a pattern that comes after it is
 * used up is taken to have no text.
 * @throws {SchemaFault} where it is malformed, outside the subset, or cannot be satisfied.
 */
export function compileSchema(
  schema: unknown,
  strict: boolean,
  work: PatternWork = patternWork(),
): CompiledSchema {
  checkSize(schema);
  const shapes: Shape[] = [];
  const definitions = new Map<string, Shape>();
  const tally: SchemaTally = { nesting: 0, properties: 0, enumValues: 0, characters: 0 };
  const checks: (() => void)[] = [];
  // References are followed one after the other: a chain of them must not fill the stack.
  const unread: Definition[] = [];
  const reader: Reader = { strict, tally, read, later: (check) => checks.push(check) };

  function read(raw: unknown, path: SchemaPath, level: number): Shape {
    const shape = readShape(raw, path, level);
    shapes.push(shape);
    return shape;
  }

  function readShape(raw: unknown, path: SchemaPath, level: number): Shape {
    if (raw === true && !strict) return { about: '', examples: [], kind: 'any' };
    if (!isObject(raw)) {
      throw faultAt(path, `${JSON.stringify(raw)} is not of type 'object', 'boolean'.`);
    }
    checkKeywords(raw, path, strict);
    const notes = notesOf(raw);
    if (raw.$ref !== undefined) return reference(raw, notes, path);
    const union = compileUnion(reader, raw, notes, path, level);
    return union ?? typed(raw, notes, path, level);
  }

  function reference(raw: RawSchema, notes: Notes, path: SchemaPath): Shape {
    const beside = strict ? keywordsBeside(raw, '$ref') : rulesBeside(raw, '$ref');
    if (beside.length > 0) {
      const names = beside.map((keyword) => `'${keyword}'`).join(', ');
      throw new SchemaFault(`context=${contextText(path)}, $ref cannot have keywords {${names}}.`);
    }
    const found = definitionAt(schema, raw.$ref, strict);
    if (found === undefined) {
      throw faultAt(
        path,
        'reference can only point to definitions defined at the top level of the schema.',
      );
    }
    unread.push(found);
    return { ...notes, kind: 'reference', target: () => targetOf(found.pointer) };
  }

  function targetOf(pointer: string): Shape {
    const shape = definitions.get(pointer);
    if (shape === undefined) throw new Error(`Nothing was read at ${pointer}.`);
    return shape;
  }

  function typed(raw: RawSchema, notes: Notes, path: SchemaPath, level: number): Shape {
    const types = typesOf(raw, path, strict);
    const listed = raw.const === undefined ? raw.enum : [raw.const];
    if (listed !== undefined) {
      if (!Array.isArray(listed) || listed.length === 0) {
        throw faultAt(path, "'enum' must be a non-empty array.");
      }
      tally.enumValues += listed.length;
      for (const value of listed) tally.characters += typeof value === 'string' ? value.length : 0;
      return compileEnum(listed, raw, types, notes, path, strict, work);
    }
    const options = types.map((type) => ofType(type, raw, notes, path, level));
    const [first, ...others] = options;
    if (first === undefined) return { ...notes, kind: 'any' };
    if (others.length === 0) return first;
    shapes.push(...options);
    return { ...notes, kind: 'union', options: [first, ...others] };
  }

  function ofType(
    type: string,
    raw: RawSchema,
    notes: Notes,
    path: SchemaPath,
    level: number,
  ): Shape {
    switch (type) {
      case 'object':
        return compileObject(reader, raw, notes, path, level);
      case 'array':
        return compileArray(reader, raw, notes, path, level);
      case 'string':
        return compileString(raw, notes, path, strict, work);
      case 'boolean':
      case 'null':
        return { ...notes, kind: type };
      default:
        return compileNumber(raw, notes, path, type === 'integer');
    }
  }

  const root = read(schema, [], 0);
  definitions.set('[]', root);
  // Definitions that nothing refers to must be sound as well.
  for (const place of ['$defs', 'definitions']) {
    const defined = isObject(schema) ? schema[place] : undefined;
    for (const [name, inside] of isObject(defined) ? Object.entries(defined) : []) {
      tally.characters += name.length;
      unread.push({ pointer: JSON.stringify([place, name]), path: [place, name], schema: inside });
    }
  }
  for (let next = unread.pop(); next !== undefined; next = unread.pop()) {
    if (!definitions.has(next.pointer)) {
      definitions.set(next.pointer, read(next.schema, next.path, 0));
    }
  }
  for (const check of checks) check();
  if (strict) checkStrictLimits(tally);
  return { root, sizes: smallestSizes(root, shapes) };
}

function typesOf(raw: RawSchema, path: SchemaPath, strict: boolean): string[] {
  const { type } = raw;
  if (type === undefined) {
    if (strict) throw faultAt(path, "schema must have a 'type' key.");
    if (raw.properties !== undefined || raw.required !== undefined) return ['object'];
    if (raw.items !== undefined || raw.prefixItems !== undefined) return ['array'];
    return [];
  }
  const types: unknown[] = Array.isArray(type) ? type : [type];
  const unknown = types.find((name) => !typeNames.includes(String(name)));
  if (types.length === 0 || unknown !== undefined) {
    throw faultAt(path, `${JSON.stringify(type)} is not valid under any of the given schemas.`);
  }
  return [...new Set(types.map(String))];
}

function notesOf({ title, description, default: standard, examples }: RawSchema): Notes {
  const texts = [title, description].filter((text) => typeof text === 'string');
  const listed: unknown[] = Array.isArray(examples) ? examples.slice(0, 8) : [];
  return {
    about: texts.join('. ').slice(0, 1_000),
    examples: [standard, ...listed].filter(isScalar),
  };
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is RawSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
