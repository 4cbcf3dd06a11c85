import type { RecordedRequest } from './recording.js';

/** The first place where two requests differ, such as `body.temperature`; `undefined` if nowhere. */
export function difference(recorded: RecordedRequest, asked: RecordedRequest): string | undefined {
  if (recorded.method !== asked.method) return 'method';
  if (recorded.path !== asked.path) return 'path';
  return differenceOf(parsed(recorded.body), parsed(asked.body), 'body');
}

function differenceOf(left: unknown, right: unknown, place: string): string | undefined {
  if (Object.is(left, right)) return undefined;
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) {
    return place;
  }
  // The order of keys means nothing in JSON, and clients change it between versions.
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const inner = Array.isArray(left) ? `${place}[${key}]` : `${place}.${key}`;
    if (!Object.hasOwn(left, key) || !Object.hasOwn(right, key)) return inner;
    const found = differenceOf(left[key], right[key], inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
