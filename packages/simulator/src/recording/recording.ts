/** Traffic with a provider, as plain JSON: commit it beside the test that replays it. */
export interface Recording {
  readonly version: 1;
  readonly exchanges: readonly Exchange[];
}

/** One request and what came back. Times are in milliseconds since the request left. */
export interface Exchange {
  readonly request: RecordedRequest;
  /** Or `failed` where none could be had, `open` where none came as long as anyone waited. */
  readonly response: RecordedResponse | 'failed' | 'open';
}

export interface RecordedRequest {
  readonly method: string;
  /** Path and query; which host answered is left out. */
  readonly path: string;
  readonly body: string;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly headersAtMs: number;
  readonly chunks: readonly RecordedChunk[];
  /** How the body ended: by itself, by breaking off, or not as long as anyone listened. */
  readonly ended: 'closed' | 'broken' | 'open';
}

/** The bytes of one network read; as text where they are whole characters. */
export type RecordedChunk =
  | { readonly atMs: number; readonly text: string }
  | { readonly atMs: number; readonly base64: string };
