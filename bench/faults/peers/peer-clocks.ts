/** Of the same order as Farebox's own in the matrix, so that nobody waits longer for being asked to. */
export const peerClocks = {
  /** For a client whose clock is per attempt. */
  attemptMs: 1_200,
  /** Between chunks. */
  chunkMs: 1_200,
  /** For a client whose clock spans its attempts: longer than its own two waits of 2 and 4 seconds. */
  totalMs: 9_000,
} as const;
