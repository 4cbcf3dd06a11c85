import type { Fault } from './fault.js';
import { replyFaults } from './reply-faults.js';
import { streamFaults } from './stream-faults.js';

/** Every fault by name: the table that scripts, the header and the documents read. */
export const faults = { ...replyFaults, ...streamFaults } as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** Whether a fault of that name exists. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}
