import { cut } from './bends.js';
import type { Fault } from './fault.js';
import {
  fetchFailed,
  headersMs,
  headersTimeout,
  otherSideClosed,
  resetByPeer,
  undiciError,
} from './network-error.js';
import { bomb, short, unfinished, unframed } from './socket-bends.js';
import {
  dribble,
  encodedManyTimes,
  neverReached,
  splitBytes,
  twoLengths,
  withHeader,
} from './socket-replies.js';

/**
 * Faults of the connection that a request has come over: real bytes where it is served, else what
 * `fetch` of Node.js 24 was measured to make of those.
 */
export const socketFaults = {
  'reset-before-headers': {
    unanswered: 'reset-before-headers',
    reads: ['billed'],
    thrown: () => fetchFailed(resetByPeer()),
  },
  'reset-in-headers': {
    unanswered: 'reset-in-headers',
    reads: ['billed'],
    thrown: () => fetchFailed(resetByPeer()),
  },
  'not-http': {
    unanswered: 'not-http',
    reads: ['billed'],
    thrown: () =>
      fetchFailed(
        undiciError(
          'HTTPParserError',
          'Response does not match the HTTP/1.1 protocol (Expected HTTP/, RTSP/ or ICE/)',
        ),
      ),
  },
  'slow-headers': {
    unanswered: 'slow-headers',
    reads: ['billed'],
    afterMs: headersMs,
    thrown: headersTimeout,
  },
  'huge-headers': {
    unanswered: 'huge-headers',
    reads: ['billed'],
    thrown: () =>
      fetchFailed(
        undiciError('HeadersOverflowError', 'Headers Overflow Error', 'UND_ERR_HEADERS_OVERFLOW'),
      ),
  },
  'stale-connection': {
    unanswered: 'stale-connection',
    reads: ['billed'],
    thrown: () => fetchFailed(otherSideClosed()),
  },
  'reset-unframed': { sent: 'reset-unframed', bend: unframed, reads: ['afterChunks'] },
  'short-body': {
    sent: 'short-body',
    bend: short,
    reads: ['afterChunks'],
    shown: withHeader('content-length', String(neverReached)),
  },
  'cut-in-chunk': { sent: 'cut-in-chunk', bend: short, reads: ['afterChunks'] },
  'close-delimited': { sent: 'close-delimited' },
  gzip: { sent: 'gzip', shown: withHeader('content-encoding', 'gzip') },
  brotli: { sent: 'brotli', shown: withHeader('content-encoding', 'br') },
  deflate: { sent: 'deflate', shown: withHeader('content-encoding', 'deflate') },
  zstd: { sent: 'zstd', shown: withHeader('content-encoding', 'zstd') },
  'gzip-bomb': { sent: 'gzip-bomb', bend: bomb, shown: withHeader('content-encoding', 'gzip') },
  'encoded-many-times': { sent: 'encoded-many-times', shown: encodedManyTimes },
  'truncated-gzip': {
    sent: 'truncated-gzip',
    bend: cut,
    reads: ['afterChunks'],
    shown: withHeader('content-encoding', 'gzip'),
  },
  trailers: { sent: 'trailers', shown: withHeader('trailer', 'x-checksum') },
  'two-lengths': { sent: 'two-lengths', shown: twoLengths },
  'length-and-chunked': { sent: 'length-and-chunked', shown: twoLengths },
  'split-bytes': { sent: 'split-bytes', shown: splitBytes },
  dribble: { sent: 'dribble', bend: unfinished, reads: ['afterChunks'], shown: dribble },
} as const satisfies Record<string, Fault>;
