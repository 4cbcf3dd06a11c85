import { afterDone, cut, noDone, openAfterDone, reset, silent, stall } from './bends.js';
import {
  cutInEvent,
  errorEvent,
  errorNamedEvent,
  finishError,
  forgedDone,
  malformedChunk,
} from './broken-events.js';
import type { Fault } from './fault.js';
import {
  endlessComments,
  endlessEvent,
  endlessEvents,
  giantLine,
  keepAliveOnly,
} from './floods.js';
import { jsonReply, noUsage } from './rewrites.js';

/** Faults of a reply that the model did give: where it ends, and what comes in its way. */
export const streamFaults = {
  'json-reply': { rewrite: jsonReply },
  'no-usage': { rewrite: noUsage },
  cut: { bend: cut, reads: ['afterChunks'] },
  stall: { bend: stall, reads: ['afterChunks'] },
  reset: { bend: reset, reads: ['afterChunks'] },
  'cut-in-event': { bend: cutInEvent, reads: ['afterChunks'] },
  'error-event': { bend: errorEvent, reads: ['afterChunks', 'code', 'status'] },
  'error-named-event': { bend: errorNamedEvent, reads: ['afterChunks'] },
  'finish-error': { bend: finishError, reads: ['afterChunks'] },
  'malformed-chunk': { bend: malformedChunk, reads: ['afterChunks'] },
  silent: { bend: silent },
  'keep-alive-only': { bend: keepAliveOnly },
  'no-done': { bend: noDone },
  'open-after-done': { bend: openAfterDone },
  'after-done': { bend: afterDone },
  'forged-done': { bend: forgedDone, reads: ['afterChunks'] },
  'giant-line': { bend: giantLine, reads: ['bytes'] },
  'endless-event': { bend: endlessEvent },
  'endless-events': { bend: endlessEvents },
  'endless-comments': { bend: endlessComments },
} as const satisfies Record<string, Fault>;
