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
import { jsonReply, noUsage } from './rewrites.js';

/** Faults of a reply that the model did give. */
export const streamFaults = {
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
