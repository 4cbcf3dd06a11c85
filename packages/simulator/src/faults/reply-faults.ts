import type { Fault } from './fault.js';
import {
  controlCharacters,
  empty,
  noContent,
  redirect,
  redirectElsewhere,
} from './http-replies.js';
import { headersMs, headersTimeout } from './network-error.js';
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
import { statusReply } from './status-reply.js';

/** Faults that answer in place of the model; the last one leaves the client without an answer. */
export const replyFaults = {
  unauthorized: { reply: unauthorized, reads: ['headers'] },
  'rate-limit': { reply: rateLimit, reads: ['retryAfterMs', 'headers'] },
  quota: { reply: quota, reads: ['code', 'headers'] },
  'server-error': { reply: serverError, reads: ['billed', 'headers'] },
  unavailable: { reply: unavailable, reads: ['billed', 'headers'] },
  'gateway-timeout': { reply: gatewayTimeout, reads: ['billed', 'headers'] },
  status: { reply: statusReply, reads: ['status', 'body', 'code', 'billed', 'headers'] },
  'control-characters': { reply: controlCharacters, reads: ['billed', 'headers'] },
  html: { reply: html, reads: ['billed', 'headers'] },
  'json-error': { reply: jsonError, reads: ['code', 'headers'] },
  empty: { reply: empty, reads: ['billed', 'headers'] },
  'no-content': { reply: noContent, reads: ['billed', 'headers'] },
  redirect: { reply: redirect, reads: ['status', 'headers'] },
  'redirect-elsewhere': { reply: redirectElsewhere, reads: ['status', 'headers'] },
  'no-headers': {
    unanswered: 'no-headers',
    reads: ['billed'],
    afterMs: headersMs,
    thrown: headersTimeout,
  },
} as const satisfies Record<string, Fault>;
