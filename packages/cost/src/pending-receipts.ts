/** Receipts that are still to come. Give the same one to meters, and wait for it before the process ends. */
export interface PendingReceipts {
  /**
   * An attempt is about to be paid for.
   *
   * @returns what is to be called once its receipt is written, or with what it failed with.
   */
  begin(): (failure?: unknown) => void;
  /**
   * Resolves once every attempt has its receipt; those that begin meanwhile as well.
   *
   * @throws what the first one to fail has failed with, since this was last asked: after a drain nobody else hears of it.
   */
  settled(): Promise<void>;
}

/**
 * What there is to wait for where receipts come after their calls have ended (`drain`).
 *
 * A process that ends before loses nothing: what it had reserved is charged in full by whoever looks next.
 *
 * @example
 * const pending = pendingReceipts();
 * const call = stack(drain(), retry(), meter({ ledger, pending }), clocks())(transport);
 * // …abort what is under way, and then:
 * await pending.settled();
 * await ledger.close();
 */
export function pendingReceipts(): PendingReceipts {
  let pending = 0;
  let failed: { readonly failure: unknown } | undefined;
  let waiting: PromiseWithResolvers<void> | undefined;
  return {
    begin() {
      let isPending = true;
      pending++;
      return (failure) => {
        if (!isPending) return;
        isPending = false;
        if (failure !== undefined) failed ??= { failure };
        if (--pending > 0) return;
        waiting?.resolve();
        waiting = undefined;
      };
    },
    async settled() {
      while (pending > 0) {
        waiting ??= Promise.withResolvers();
        await waiting.promise;
      }
      if (failed === undefined) return;
      const { failure } = failed;
      failed = undefined;
      throw failure;
    },
  };
}
