import type { z } from 'zod';
import { invalidRequest, type Refusal } from '../http/refusal.js';
import { gotLength, gotType, parameterName, valueAt } from './describe-value.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Parameters that are whole numbers: OpenAI words their errors with "integer". */
const integers = new Set(['n', 'seed', 'max_tokens', 'max_completion_tokens', 'top_logprobs']);

/** Says in OpenAI's words what a validation found, with the `param` and `code` it would have. */
export function wordIssue(issue: Issue, body: unknown, prefix: Path = []): Refusal {
  const path = [...prefix, ...issue.path];
  const param = parameterName(path);
  const value = valueAt(body, path);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return missing(param);
      return wrongType(path, [typeName(issue.expected, path)], value);
    case 'invalid_union':
      return wordUnion(issue, body, path);
    case 'invalid_value':
      if (value === undefined) return missing(param);
      return wrongValue(param, issue.values, value);
    case 'unrecognized_keys': {
      const unknown = parameterName([...path, issue.keys[0] ?? '']);
      return invalidRequest(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter');
    }
    case 'too_big':
      return outOfRange(path, issue.origin, 'maximum', Number(issue.maximum), value);
    case 'too_small':
      return outOfRange(path, issue.origin, 'minimum', Number(issue.minimum), value);
    case 'invalid_format':
      return invalidRequest(
        `Invalid '${param}': string does not match pattern. Expected a string that matches the pattern '${(issue.pattern ?? '').replace(/^\/|\/$/g, '')}'.`,
        param,
        'invalid_value',
      );
    case 'invalid_key': {
      const first = issue.issues[0];
      return first === undefined
        ? invalidRequest(`Invalid '${param}'.`, param, 'invalid_value')
        : wordKey(param, first);
    }
    default:
      return invalidRequest(`Invalid value for '${param}'.`, param, 'invalid_value');
  }
}

function missing(param: string): Refusal {
  if (param === 'model') return invalidRequest('you must provide a model parameter', null, null);
  return invalidRequest(
    `Missing required parameter: '${param}'.`,
    param,
    'missing_required_parameter',
  );
}

function wordUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  body: unknown,
  path: Path,
): Refusal {
  const value = valueAt(body, path);
  const param = parameterName(path);
  if (issue.errors.length === 0) {
    const options = 'options' in issue ? ((issue.options ?? []) as unknown[]) : [];
    if (value === undefined) return missing(param);
    if (typeof value !== 'string') return wrongType(path, ['a string'], value);
    return wrongValue(param, options, value);
  }
  if (value === undefined) return missing(param);
  const expected: string[] = [];
  for (const branch of issue.errors) {
    const [first] = branch;
    if (first === undefined) continue;
    // A branch of another type does not apply; in the one that does, the fault lies deeper.
    if (first.code !== 'invalid_type' || first.path.length > 0) {
      const applies =
        first.path.length > 0 || first.code !== 'invalid_value' || typeof value === 'string';
      if (applies) return wordIssue(first, body, path);
    }
    expected.push(typeName(first.code === 'invalid_type' ? first.expected : 'string', path));
  }
  return wrongType(path, expected, value);
}

function wrongType(path: Path, expected: readonly string[], value: unknown): Refusal {
  const param = parameterName(path);
  const [first = 'another type'] = expected;
  const types =
    expected.length === 1
      ? first
      : `one of ${[first, ...expected.slice(1).map((name) => name.replace(/^an? /, ''))].join(' or ')}`;
  return invalidRequest(
    path.length === 0
      ? `Invalid type for the request body: expected ${types}, but got ${gotType(value)} instead.`
      : `Invalid type for '${param}': expected ${types}, but got ${gotType(value)} instead.`,
    path.length === 0 ? null : param,
    'invalid_type',
  );
}

function wrongValue(param: string, values: readonly unknown[], value: unknown): Refusal {
  const names = values.map((name) => `'${String(name)}'`);
  const list =
    names.length < 2
      ? names.join('')
      : names.length === 2
        ? names.join(' and ')
        : `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
  const shown = typeof value === 'string' ? `'${value}'` : gotType(value);
  return invalidRequest(
    `Invalid value: ${shown}. Supported values are: ${list}.`,
    param,
    'invalid_value',
  );
}

function outOfRange(
  path: Path,
  origin: string,
  bound: 'maximum' | 'minimum',
  limit: number,
  value: unknown,
): Refusal {
  const param = parameterName(path);
  const side = bound === 'maximum' ? 'above' : 'below';
  if (origin === 'number' || origin === 'int') {
    const kind = integers.has(param) ? 'integer' : 'decimal';
    return invalidRequest(
      `Invalid '${param}': ${kind} ${side} ${bound} value. Expected a value ${bound === 'maximum' ? '<=' : '>='} ${limit}, but got ${String(value)} instead.`,
      param,
      `${kind}_${side}_${bound === 'maximum' ? 'max' : 'min'}_value`,
    );
  }
  const kind = origin === 'string' ? 'string' : 'array';
  const length = gotLength(value);
  if (length === 0) {
    return invalidRequest(
      `Invalid '${param}': empty array. Expected an array with minimum length ${limit}, but got an empty array instead.`,
      param,
      'empty_array',
    );
  }
  return invalidRequest(
    `Invalid '${param}': ${kind} too ${bound === 'maximum' ? 'long' : 'short'}. Expected ${kind === 'string' ? 'a string' : 'an array'} with ${bound} length ${limit}, but got ${kind === 'string' ? 'a string' : 'an array'} with length ${length} instead.`,
    param,
    `${kind}_${side}_${bound === 'maximum' ? 'max' : 'min'}_length`,
  );
}

function wordKey(param: string, issue: Issue): Refusal {
  const limit = issue.code === 'too_big' ? Number(issue.maximum) : 0;
  return invalidRequest(
    `Invalid '${param}': key too long. Expected keys with maximum length ${limit}.`,
    param,
    'string_above_max_length',
  );
}

function typeName(expected: string, path: Path): string {
  switch (expected) {
    case 'number':
    case 'int':
      return integers.has(parameterName(path)) ? 'an integer' : 'a decimal';
    case 'array':
      return path.at(-1) === 'stop' ? 'an array of strings' : 'an array of objects';
    case 'object':
    case 'record':
      return 'an object';
    case 'boolean':
      return 'a boolean';
    default:
      return 'a string';
  }
}
