/**
 * How a reply goes over a connection, where HTTP alone cannot say it. `./node` has a writer for each;
 * without a socket there is only what the platform's `fetch` would show of it.
 */
export type WireForm = UnansweredForm | SentForm;

/** The request has arrived, and no reply comes that could be read. */
export type UnansweredForm =
  | 'reset-before-headers'
  | 'reset-in-headers'
  | 'not-http'
  | 'slow-headers'
  | 'huge-headers'
  | 'stale-connection';

/** The reply is sent, in an unusual way. */
export type SentForm =
  | 'reset-unframed'
  | 'short-body'
  | 'cut-in-chunk'
  | 'close-delimited'
  | 'gzip'
  | 'brotli'
  | 'deflate'
  | 'zstd'
  | 'gzip-bomb'
  | 'encoded-many-times'
  | 'truncated-gzip'
  | 'trailers'
  | 'two-lengths'
  | 'length-and-chunked'
  | 'split-bytes'
  | 'dribble';

/** Under this key of its `init`, `fetch` finds a server that writes such replies itself. */
export const wireKey = Symbol.for('@farebox/simulator/wire');

/** Tells a server how the reply that it is about to get is to be written. */
export type WireSink = (form: WireForm) => void;
