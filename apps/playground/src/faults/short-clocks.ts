/** The clocks of a run under a fault: by default each of the first four is a minute, and nobody would watch. */
export const shortClocks = {
  headersMs: 1_000,
  firstChunkMs: 1_000,
  idleMs: 1_000,
  unreadMs: 1_000,
  totalMs: 60_000,
} as const;
