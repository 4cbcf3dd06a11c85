import type { Books } from '@farebox/simulator';

/** One request as it went out, on the clock of the venue. */
export interface Sent {
  readonly sentMs: number;
  /** When its headers, or its failure, were there. */
  answeredMs: number | undefined;
}

/** Where one case happens to one client: an address, a way to reach it, and what was seen of it. */
export interface Venue {
  readonly baseURL: string;
  /** What the client sends through; it notes each request. */
  readonly fetch: typeof fetch;
  readonly sent: readonly Sent[];
  /** What the provider noted, where the case reaches one. */
  readonly books: Books | undefined;
  /** Ends whatever was opened. */
  close(): Promise<void>;
}

/** A fetch that notes when each request goes out and when it is answered. */
export function noting(
  fetch: typeof globalThis.fetch,
  now: () => number,
): { readonly fetch: typeof globalThis.fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    async fetch(input, init) {
      const request: Sent = { sentMs: now(), answeredMs: undefined };
      sent.push(request);
      try {
        return await fetch(input, init);
      } finally {
        request.answeredMs = now();
      }
    },
  };
}

/** How long after each answer the next request went out, in milliseconds. */
export function waitsOf(sent: readonly Sent[]): number[] {
  return sent.slice(1).map(({ sentMs }, index) => {
    const before = sent[index]?.answeredMs ?? sent[index]?.sentMs ?? sentMs;
    return sentMs - before;
  });
}
