import type { SchemaIssue } from '@farebox/chat';
import { asObject, type JsonObject } from './json-object.js';

type Path = readonly (string | number)[];

/** What is wrong with a value, by a schema that `parseSchema` has read. The sentences have nothing of the value in them. */
export function checkValue(schema: JsonObject, value: unknown, path: Path = []): SchemaIssue[] {
  const wrong = (message: string): SchemaIssue[] => [{ message, path: [...path] }];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(String(type), value))) {
    return wrong(`expected ${types.join(' or ')}`);
  }
  const issues: SchemaIssue[] = [];
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => isSame(one, value))) {
    issues.push(...wrong(`expected one of ${JSON.stringify(schema.enum)}`));
  }
  if (Object.hasOwn(schema, 'const') && !isSame(schema.const, value)) {
    issues.push(...wrong(`expected ${JSON.stringify(schema.const)}`));
  }
  issues.push(...combined(schema, value, path).flatMap((message) => wrong(message)));
  issues.push(...outside(schema, value).flatMap((message) => wrong(message)));
  for (const part of asList(schema.allOf)) issues.push(...checkPart(part, value, path));
  const object = asObject(value);
  if (object !== undefined) issues.push(...checkObject(schema, object, path));
  if (Array.isArray(value) && schema.items !== undefined) {
    for (const [index, item] of value.entries()) {
      issues.push(...checkPart(schema.items, item, [...path, index]));
    }
  }
  return issues;
}

function checkObject(schema: JsonObject, object: JsonObject, path: Path): SchemaIssue[] {
  const properties = asObject(schema.properties) ?? {};
  const missing = asList(schema.required)
    .filter((name) => !Object.hasOwn(object, String(name)))
    .map((name) => ({ message: 'is missing', path: [...path, String(name)] }));
  const inside = Object.entries(object).flatMap(([name, value]) => {
    if (Object.hasOwn(properties, name)) return checkPart(properties[name], value, [...path, name]);
    return checkPart(schema.additionalProperties ?? true, value, [...path, name]);
  });
  return [...missing, ...inside];
}

/** A schema, or `true` and `false`, which are schemas as well. */
function checkPart(part: unknown, value: unknown, path: Path): SchemaIssue[] {
  if (part === false) return [{ message: 'is not allowed here', path: [...path] }];
  const schema = asObject(part);
  return schema === undefined ? [] : checkValue(schema, value, path);
}

function combined(schema: JsonObject, value: unknown, path: Path): string[] {
  const fitting = (parts: unknown) =>
    asList(parts).filter((part) => checkPart(part, value, path).length === 0).length;
  const messages: string[] = [];
  if (schema.anyOf !== undefined && fitting(schema.anyOf) === 0) messages.push('fits no choice');
  if (schema.oneOf !== undefined && fitting(schema.oneOf) !== 1) {
    messages.push('has to fit one choice exactly');
  }
  return messages;
}

/** Numbers, texts and lists that are too small or too large. */
function outside(schema: JsonObject, value: unknown): string[] {
  const number = typeof value === 'number' ? value : undefined;
  const length = typeof value === 'string' ? [...value].length : undefined;
  const items = Array.isArray(value) ? value.length : undefined;
  const bounds: [string, number | undefined, (size: number, bound: number) => boolean][] = [
    ['minimum', number, (size, bound) => size < bound],
    ['maximum', number, (size, bound) => size > bound],
    ['exclusiveMinimum', number, (size, bound) => size <= bound],
    ['exclusiveMaximum', number, (size, bound) => size >= bound],
    ['minLength', length, (size, bound) => size < bound],
    ['maxLength', length, (size, bound) => size > bound],
    ['minItems', items, (size, bound) => size < bound],
    ['maxItems', items, (size, bound) => size > bound],
  ];
  return bounds.flatMap(([name, size, isOutside]) => {
    const bound = schema[name];
    if (size === undefined || typeof bound !== 'number') return [];
    return isOutside(size, bound) ? [`has to keep to ${name} ${bound}`] : [];
  });
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return asObject(value) !== undefined;
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  const [left, right] = [asObject(one), asObject(other)];
  if (left === undefined || right === undefined) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]))
  );
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
