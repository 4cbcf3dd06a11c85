import { contentFaults } from './content-faults.js';
import type { Fault, FaultSetting } from './fault.js';
import { networkFaults } from './network-faults.js';
import { replyFaults } from './reply-faults.js';
import { socketFaults } from './socket-faults.js';
import { streamFaults } from './stream-faults.js';

/** Every fault by name: the table that scripts, the header and the documents read. */
export const faults = {
  ...replyFaults,
  ...streamFaults,
  ...contentFaults,
  ...networkFaults,
  ...socketFaults,
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** Whether a fault of that name exists. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}

/** The settings that a fault reads. */
export function settingsOf(name: FaultName): readonly FaultSetting[] {
  const { reads = [] }: Fault = faults[name];
  return reads;
}
