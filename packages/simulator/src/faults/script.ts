import type { FaultSettings } from './fault.js';
import { type FaultName, faults, isFaultName } from './faults.js';

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
    const [name = '', ...attributes] = item.split(';').map((part) => part.trim());
    const fault = { fault: name as FaultName };
    for (const attribute of attributes) {
      const [key = '', value = ''] = attribute.split('=').map((part) => part.trim());
      Object.assign(fault, settingOf(key, value) ?? wrongAttribute(attribute, name));
    }
    checkFault(fault);
    return fault;
  });
}

const numbers = new Map<string, 'afterChunks' | 'retryAfterMs'>([
  ['after-chunks', 'afterChunks'],
  ['retry-after-ms', 'retryAfterMs'],
]);

function settingOf(key: string, value: string): FaultSettings | undefined {
  if (key === 'billed' && /^(true|false)$/.test(value)) return { billed: value === 'true' };
  const name = numbers.get(key);
  if (name === undefined || !/^\d{1,9}$/.test(value)) return undefined;
  return { [name]: Number(value) };
}

function wrongAttribute(attribute: string, fault: string): never {
  const known = [...[...numbers.keys()].map((name) => `${name}=N`), 'billed=true|false'];
  throw new TypeError(
    `The attribute '${attribute}' of the fault '${fault}' is none; write ${known.join(' or ')}.`,
  );
}

function checkFault(named: NamedFault): void {
  if (!isFaultName(named.fault)) {
    throw new TypeError(
      `The simulator has no fault '${String(named.fault)}'; it has ${Object.keys(faults).join(', ')}.`,
    );
  }
  for (const setting of numbers.values()) {
    const value = named[setting];
    if (value !== undefined && !(Number.isFinite(value) && value >= 0)) {
      throw new TypeError(
        `The fault '${named.fault}' has ${setting} ${value}; give a number from 0.`,
      );
    }
  }
  if (named.billed !== undefined && typeof named.billed !== 'boolean') {
    throw new TypeError(
      `The fault '${named.fault}' has billed ${named.billed}; give true or false.`,
    );
  }
}
