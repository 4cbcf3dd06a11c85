/** What goes through a fetch, counted: whether anything still moves, and what is left open. */
export interface CountedBodies {
  readonly fetch: typeof fetch;
  /** Grows with every read of a body: unchanged means that nobody waits for time to pass. */
  readonly reads: number;
  /** Bodies that were neither read to their end nor cancelled. */
  readonly open: number;
}

export function countedBodies(fetch: typeof globalThis.fetch): CountedBodies {
  let reads = 0;
  let open = 0;
  const counted = (body: ReadableStream<Uint8Array>) => {
    const reader = body.getReader();
    open += 1;
    let isOpen = true;
    const over = () => {
      if (isOpen) open -= 1;
      isOpen = false;
    };
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const { done, value } = await reader.read();
            reads += 1;
            if (!done && isOpen) return controller.enqueue(value);
            if (isOpen) controller.close();
            over();
          } catch (error) {
            if (isOpen) controller.error(error);
            over();
          }
        },
        async cancel(reason) {
          over();
          await reader.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    );
  };
  return {
    async fetch(input, init) {
      const response = await fetch(input, init);
      if (response.body === null) return response;
      const { status, statusText, headers } = response;
      return new Response(counted(response.body), { status, statusText, headers });
    },
    get reads() {
      return reads;
    },
    get open() {
      return open;
    },
  };
}
