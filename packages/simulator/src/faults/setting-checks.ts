import type { FaultSetting } from './fault.js';
import type { FaultName } from './faults.js';

/** What a value has to be, in words, and whether it is that. */
interface Check {
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
}

const count: Check = {
  wanted: 'a number from 0',
  holds: (value) => Number.isFinite(value) && (value as number) >= 0,
};
const text: Check = {
  wanted: 'a text',
  holds: (value) => typeof value === 'string' && value !== '',
};
const failure: Check = {
  wanted: 'a status from 400 to 599',
  holds: (value) => Number.isInteger(value) && (value as number) >= 400 && (value as number) <= 599,
};
const redirection: Check = {
  wanted: '301, 302, 303, 307 or 308',
  holds: (value) => [301, 302, 303, 307, 308].includes(value as number),
};
const bodies: readonly unknown[] = ['json', 'html', 'garbage', 'empty'];

const checks: Readonly<Record<FaultSetting, Check>> = {
  afterChunks: count,
  retryAfterMs: count,
  bytes: count,
  code: text,
  model: text,
  tier: text,
  status: failure,
  billed: { wanted: 'true or false', holds: (value) => typeof value === 'boolean' },
  body: { wanted: 'json, html, garbage or empty', holds: (value) => bodies.includes(value) },
  headers: { wanted: 'names and values as HTTP has them', holds: isHeaders },
  usage: { wanted: 'an object', holds: isObject },
  index: { wanted: 'a JSON value', holds: (value) => JSON.stringify(value) !== undefined },
};

/** What a setting would have to be, in words, if this value is none for the fault. */
export function wantedInstead(
  fault: FaultName,
  setting: FaultSetting,
  value: unknown,
): string | undefined {
  const redirects = setting === 'status' && fault.startsWith('redirect');
  const check = redirects ? redirection : checks[setting];
  return check.holds(value) ? undefined : check.wanted;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHeaders(value: unknown): boolean {
  if (!isObject(value)) return false;
  const fields = Object.entries(value) as [string, unknown][];
  try {
    new Headers(fields as [string, string][]);
    return fields.every(([, field]) => typeof field === 'string');
  } catch {
    return false;
  }
}
