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

/** Faults that answer in place of the model. */
export const replyFaults = {
  unauthorized: { reply: unauthorized },
  'rate-limit': { reply: rateLimit },
  quota: { reply: quota },
  'server-error': { reply: serverError },
  unavailable: { reply: unavailable },
  'gateway-timeout': { reply: gatewayTimeout },
  html: { reply: html },
  'json-error': { reply: jsonError },
} as const satisfies Record<string, Fault>;
