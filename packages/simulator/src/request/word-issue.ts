import type * as z from 'zod/mini';
import { invalidRequest, type Refusal } from '../refusal/refusal.js';
import { gotType, oneOf, parameterName, shown, valueAt } from './describe-value.js';
import { didYouMean } from './did-you-mean.js';
import { chatRequest } from './schema.js';
import { wordBound } from './word-bound.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Parameters that are whole numbers: OpenAI words their errors with "integer". */
const integers = new Set(['n', 'seed', 'max_tokens', 'max_completion_tokens', 'top_logprobs']);
const listsOfStrings = new Set(['stop', 'modalities']);

/**
 * Says in OpenAI's words what a validation found, with the `param` and `code` it would have.
 *
 * Source: replies of the API as they stand quoted in public issue threads and in others' tests.
 */
export function wordIssue(issue: Issue, body: unknown, prefix: Path = []): Refusal {
  const path = [...prefix, ...issue.path];
  const param = parameterName(path);
  const value = valueAt(body, path);
  if (value === undefined || param === 'model') {
    const special = wordAbsence(param, value);
    if (special !== undefined) return special;
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(path, [typeName(issue.expected, path)], value);
    case 'invalid_union':
      return wordUnion(issue, body, path);
    case 'invalid_value':
      return wrongValue(path, issue.values, value);
    case 'unrecognized_keys':
      return unknownParameter([...path, issue.keys[0] ?? ''], body);
    case 'too_big':
      return wordBound(path, issue.origin, 'maximum', Number(issue.maximum), value, kindOf(path));
    case 'too_small':
      return wordBound(path, issue.origin, 'minimum', Number(issue.minimum), value, kindOf(path));
    case 'invalid_format':
      return invalidRequest(
        `Invalid '${param}': string does not match pattern. Expected a string that matches the pattern '${(issue.pattern ?? '').replace(/^\/|\/$/g, '')}'.`,
        param,
        'invalid_value',
      );
    default:
      return invalidRequest(`Invalid value for '${param}'.`, param, 'invalid_value');
  }
}

/** The question what was meant is asked of the request's own parameters only. */
function unknownParameter(path: Path, body: unknown): Refusal {
  const param = parameterName(path);
  const question =
    path.length === 1
      ? didYouMean(param, Object.keys(chatRequest.shape), Object.keys(body ?? {}))
      : '';
  return invalidRequest(`Unknown parameter: '${param}'.${question}`, param, 'unknown_parameter');
}

/** What is not there; an empty or null model counts as none. */
function wordAbsence(param: string, value: unknown): Refusal | undefined {
  if (param === '') return undefined;
  if (param !== 'model') {
    return invalidRequest(
      `Missing required parameter: '${param}'.`,
      param,
      'missing_required_parameter',
    );
  }
  const isNone = value === undefined || value === null || value === '';
  return isNone ? invalidRequest('you must provide a model parameter', null, null) : undefined;
}

function wordUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  body: unknown,
  path: Path,
): Refusal {
  const value = valueAt(body, path);
  if (issue.errors.length === 0) {
    return wrongValue(path, 'options' in issue ? ((issue.options ?? []) as unknown[]) : [], value);
  }
  const expected: string[] = [];
  for (const branch of issue.errors) {
    const [first] = branch;
    if (first === undefined) continue;
    // A branch of another type does not apply; in the one that does, the fault lies deeper.
    const lies = first.path.length > 0 || !['invalid_type', 'invalid_value'].includes(first.code);
    if (lies || (first.code === 'invalid_value' && typeof value === 'string')) {
      return wordIssue(first, body, path);
    }
    expected.push(
      first.code === 'invalid_value'
        ? `one of ${oneOf(first.values, 'or')}`
        : typeName(first.code === 'invalid_type' ? first.expected : 'string', path),
    );
  }
  return wrongType(path, expected, value);
}

function wrongType(path: Path, expected: readonly string[], value: unknown): Refusal {
  const param = parameterName(path);
  const [first = 'another type', ...others] = expected;
  const types =
    others.length === 0
      ? first
      : `one of ${[first, ...others.map((name) => name.replace(/^an? /, ''))].join(' or ')}`;
  return invalidRequest(
    `Invalid type for ${param === '' ? 'the request body' : `'${param}'`}: expected ${types}, but got ${gotType(value)} instead.`,
    param === '' ? null : param,
    'invalid_type',
  );
}

function wrongValue(path: Path, values: readonly unknown[], value: unknown): Refusal {
  const param = parameterName(path);
  if (typeof value !== 'string') return wrongType(path, [`one of ${oneOf(values, 'or')}`], value);
  if (param === 'prompt_cache_retention') {
    return invalidRequest('Invalid prompt_cache_retention argument', param, null);
  }
  return invalidRequest(
    `Invalid value: '${shown(value)}'. Supported values are: ${oneOf(values, 'and')}.`,
    param,
    'invalid_value',
  );
}

function kindOf(path: Path): 'integer' | 'decimal' {
  return integers.has(parameterName(path)) ? 'integer' : 'decimal';
}

function typeName(expected: string, path: Path): string {
  switch (expected) {
    case 'number':
    case 'int':
      return kindOf(path) === 'integer' ? 'an integer' : 'a decimal';
    case 'array':
      return listsOfStrings.has(String(path.at(-1)))
        ? 'an array of strings'
        : 'an array of objects';
    case 'object':
    case 'record':
      return 'an object';
    case 'boolean':
      return 'a boolean';
    default:
      return 'a string';
  }
}
