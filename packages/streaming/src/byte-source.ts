/** Where a reply's bytes come from: a `ReadableStreamDefaultReader<Uint8Array>` fits. */
export interface ByteSource {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  /** Closes the source; a read that is pending may end or hang, both are fine. */
  cancel(reason?: unknown): Promise<void>;
}
