/** How much of this machine a client may hold. */
export interface Bounds {
  /** For the headers of a request to arrive. */
  readonly headersMs: number;
  /** For the whole request to arrive. */
  readonly requestMs: number;
  /** For a client to read on, when its buffers are full. */
  readonly unreadMs: number;
  readonly bodyBytes: number;
  /** Connections at once; more are closed as they come. */
  readonly connections: number;
}

/** Far above what a client in good health needs. */
export const defaultBounds: Bounds = {
  headersMs: 10_000,
  requestMs: 60_000,
  unreadMs: 60_000,
  bodyBytes: 32 * 1024 * 1024,
  connections: 1_024,
};
