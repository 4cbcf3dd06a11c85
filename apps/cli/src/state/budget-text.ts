import type { BudgetWindow } from '@farebox/core';
import { type Budget, isOfCalendar, type Owner } from './budget.js';

const version = 1;
const windows: ReadonlySet<unknown> = new Set<BudgetWindow>([
  'call',
  'hour',
  'day',
  'week',
  'month',
  'total',
]);

/** A budget as it is kept: one JSON object that a person can read. */
export function budgetToText({ owner, ...limit }: Budget): string {
  return `${JSON.stringify({ version, owner, ...limit }, null, 2)}\n`;
}

/**
 * The budget in a text; undefined where anything about it is not understood.
 *
 * Strict, because a limit that was half understood would be a limit that does not hold: a word that this
 * version does not know may be what narrows it.
 */
export function budgetFromText(text: string): Budget | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!hasOnly(parsed, ['version', 'owner', 'per', 'soft', 'limitUsd', 'timeZone'])) {
    return undefined;
  }
  const { per, soft, limitUsd, timeZone } = parsed;
  const owner = toOwner(parsed.owner);
  if (parsed.version !== version || owner === undefined || typeof soft !== 'boolean') {
    return undefined;
  }
  if (!windows.has(per) || !isAmount(limitUsd)) return undefined;
  const window = per as BudgetWindow;
  if (!isOfCalendar(window)) {
    return timeZone === undefined ? { owner, per: window, soft, limitUsd } : undefined;
  }
  return isTimeZone(timeZone) ? { owner, per: window, soft, limitUsd, timeZone } : undefined;
}

function toOwner(value: unknown): Owner | undefined {
  if (hasOnly(value, ['kind'])) {
    const { kind } = value;
    if (kind === 'user' || kind === 'each-session') return { kind };
  }
  if (hasOnly(value, ['kind', 'name'])) {
    const { kind, name } = value;
    if (kind === 'session' && isText(name)) return { kind, name };
  }
  if (hasOnly(value, ['kind', 'folder'])) {
    const { kind, folder } = value;
    if (kind === 'project' && isText(folder)) return { kind, folder };
  }
  return undefined;
}

function hasOnly(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((name) => names.includes(name));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isAmount(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,30}(?:\.\d{1,12})?$/.test(value);
}

function isTimeZone(value: unknown): value is string {
  if (!isText(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
