import type { FaultSetting, FaultSettings } from './fault.js';
import { type FaultName, faults, isFaultName, settingsOf } from './faults.js';
import { wantedInstead } from './setting-checks.js';

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

/** @throws {TypeError} for a fault that is none, a setting that it does not read, or a value that is none. */
export function checkFault({ fault, ...settings }: NamedFault): void {
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
    const wanted = wantedInstead(fault, name, value);
    if (wanted !== undefined) {
      const given = typeof value === 'object' ? JSON.stringify(value) : String(value);
      throw new TypeError(`The fault '${fault}' has ${name} ${given}; give ${wanted}.`);
    }
  }
}
