/** A signal of one's own that also follows the caller's. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
  /** Lets go of the caller's signal; to be called when the work is over. */
  unlink(): void;
}

/**
 * Derives a signal that can be aborted alone.
 *
 * Unlike `AbortSignal.any`, nothing stays behind on a long-lived parent: one listener, removed by
 * `unlink`. `fetch` only ever sees the derived one, so its listeners never pile up on the caller's.
 */
export function linkSignal(parent: AbortSignal | undefined): LinkedSignal {
  const controller = new AbortController();
  const follow = () => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  else parent?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    unlink: () => parent?.removeEventListener('abort', follow),
  };
}
