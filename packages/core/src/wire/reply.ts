import type { HeaderReader } from '../backoff/retry-after.js';

/** Where a reply's bytes come from: a `ReadableStreamDefaultReader<Uint8Array>` fits. */
export interface ByteSource {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  /** Closes the source; a read that is pending may end or hang, both are fine. */
  cancel(reason?: unknown): Promise<void>;
}

/** What a call does with the body of a reply; a `ReadableStream` fits. */
export interface ReplyBody {
  getReader(): ByteSource;
  cancel(reason?: unknown): Promise<void>;
}

/** What a call reads of a reply. Every `Response` has it, whoever made it. */
export interface Reply {
  readonly status: number;
  /** Whether the status is a success. */
  readonly ok: boolean;
  /** `opaqueredirect` where a browser keeps a redirect to itself. */
  readonly type?: string | undefined;
  readonly headers: HeaderReader;
  readonly body: ReplyBody | null;
}

/** What a call sends; every `fetch` takes it. */
export interface Sending {
  readonly method: 'POST';
  /** By names in lower case. */
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: AbortSignal;
  /** A redirect must come back as the reply that it is. */
  readonly redirect: 'manual';
}

/**
 * What sends a call: the platform's `fetch`, that of the undici package, a simulator's.
 *
 * It is called once for each attempt, and once more for a redirect that is followed.
 */
export type Fetch = (url: string, sending: Sending) => Promise<Reply>;
