import type { FaultSetting, FaultSettings } from './fault.js';
import { type FaultName, faults, isFaultName, settingsOf } from './faults.js';

/** A fault with its numbers. */
export interface NamedFault extends FaultSettings {
  readonly fault: FaultName;
}

/** What happens to one request: a fault, several at once, or `'ok'`, nothing. */
export type FaultStep = 'ok' | FaultName | NamedFault | readonly NamedFault[];

/**
 * The faults of one step.
 *
 * @throws {TypeError} when a name or number is not one; the message lists the names.
 */
export function faultsOf(step: FaultStep): readonly NamedFault[] {
  if (step === 'ok') return [];
  const named = typeof step === 'string' ? [{ fault: step }] : 'fault' in step ? [step] : step;
  for (const fault of named) checkFault(fault);
  return named;
}

/**
 * The faults that the header `x-simulator-fault` asks for.
 *
 * @example
 * parseFaultHeader('stall; after-chunks=3, no-usage')
 * // => [{ fault: 'stall', afterChunks: 3 }, { fault: 'no-usage' }]
 * @throws {TypeError} as {@link faultsOf} does.
 */
export function parseFaultHeader(header: string): readonly NamedFault[] {
  return header.split(',').map((item) => {
    const [name = '', ...given] = item.split(';').map((part) => part.trim());
    const fault = { fault: name as FaultName };
    for (const attribute of given) {
      const [key = '', value = ''] = attribute.split('=').map((part) => part.trim());
      Object.assign(fault, attributes.get(key)?.(value) ?? wrongAttribute(attribute, name));
    }
    checkFault(fault);
    return fault;
  });
}

/** How a setting is written in the header; those that are objects cannot be. */
const attributes = new Map<string, (value: string) => FaultSettings | undefined>([
  ['after-chunks', (value) => countOf('afterChunks', value)],
  ['retry-after-ms', (value) => countOf('retryAfterMs', value)],
  ['status', (value) => countOf('status', value)],
  ['bytes', (value) => countOf('bytes', value)],
  ['index', (value) => ({ index: jsonOf(value) })],
  ['billed', (value) => (isTruth(value) ? { billed: value === 'true' } : undefined)],
  ['body', (value) => (isBody(value) ? { body: value } : undefined)],
  ['code', (code) => ({ code })],
  ['model', (model) => ({ model })],
  ['tier', (tier) => ({ tier })],
]);

function countOf(name: FaultSetting, value: string): FaultSettings | undefined {
  return /^\d{1,12}$/.test(value) ? { [name]: Number(value) } : undefined;
}

function jsonOf(value: string): unknown {
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(value) ? Number(value) : value;
}

function isTruth(value: string): boolean {
  return value === 'true' || value === 'false';
}

function isBody(value: unknown): value is NonNullable<FaultSettings['body']> {
  return ['json', 'html', 'garbage', 'empty'].includes(value as string);
}

function wrongAttribute(attribute: string, fault: string): never {
  const known = [...attributes.keys()].map((name) => `${name}=…`);
  throw new TypeError(
    `The attribute '${attribute}' of the fault '${fault}' is none; write ${known.join(', ')}.`,
  );
}

/** @throws {TypeError} for a fault that is none, a setting that it does not read, or a value that is none. */
function checkFault({ fault, ...settings }: NamedFault): void {
  if (!isFaultName(fault)) {
    throw new TypeError(
      `The simulator has no fault '${String(fault)}'; it has ${Object.keys(faults).join(', ')}.`,
    );
  }
  const reads = settingsOf(fault);
  for (const [name, value] of Object.entries(settings) as [FaultSetting, unknown][]) {
    if (value === undefined) continue;
    if (!reads.includes(name)) {
      const known = reads.length === 0 ? 'none' : reads.join(', ');
      throw new TypeError(`The fault '${fault}' reads no ${name}; of settings it reads ${known}.`);
    }
    const wanted = wantedOf(name, value);
    if (wanted !== undefined) {
      throw new TypeError(`The fault '${fault}' has ${name} ${String(value)}; give ${wanted}.`);
    }
  }
}

/** What the value of a setting would have to be, if it is something else. */
function wantedOf(name: FaultSetting, value: unknown): string | undefined {
  switch (name) {
    case 'afterChunks':
    case 'retryAfterMs':
    case 'bytes':
      return Number.isFinite(value) && (value as number) >= 0 ? undefined : 'a number from 0';
    case 'status':
      return isStatus(value) ? undefined : 'a status from 300 to 599';
    case 'billed':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'body':
      return isBody(value) ? undefined : 'json, html, garbage or empty';
    case 'code':
    case 'model':
    case 'tier':
      return typeof value === 'string' && value !== '' ? undefined : 'a text';
    case 'headers':
    case 'usage':
      return typeof value === 'object' && value !== null ? undefined : 'an object';
    case 'index':
      return undefined;
  }
}

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 300 && (value as number) <= 599;
}
