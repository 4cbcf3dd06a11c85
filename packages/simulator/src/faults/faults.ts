import {
  afterDone,
  cut,
  errorEvent,
  noDone,
  openAfterDone,
  reset,
  silent,
  stall,
} from './bends.js';
import type { Fault } from './fault.js';
import {
  gatewayTimeout,
  html,
  jsonError,
  quota,
  rateLimit,
  serverError,
  unauthorized,
  unavailable,
} from './replies.js';
import { jsonReply, noUsage } from './rewrites.js';

/** Every fault by name: the table that scripts, the header and the documents read. */
export const faults = {
  unauthorized: { reply: unauthorized },
  'rate-limit': { reply: rateLimit },
  quota: { reply: quota },
  'server-error': { reply: serverError },
  unavailable: { reply: unavailable },
  'gateway-timeout': { reply: gatewayTimeout },
  html: { reply: html },
  'json-error': { reply: jsonError },
  'json-reply': { rewrite: jsonReply },
  'no-usage': { rewrite: noUsage },
  cut: { bend: cut },
  stall: { bend: stall },
  reset: { bend: reset },
  'error-event': { bend: errorEvent },
  silent: { bend: silent },
  'no-done': { bend: noDone },
  'open-after-done': { bend: openAfterDone },
  'after-done': { bend: afterDone },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** Whether a fault of that name exists. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}
