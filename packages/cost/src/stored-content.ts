import type { ChatRequest, PartialCompletion } from '@farebox/core';

/**
 * What was asked and answered in one attempt, in wire format: kept only where `storeContent` asked for it.
 *
 * Whatever looks like a key reads `[redacted]`. Texts beyond the limits end in `…[N more characters]`.
 */
export interface StoredContent {
  /** The body of the request as it was sent: messages, tools, parameters. */
  readonly request: Partial<ChatRequest>;
  /** As far as they arrived; none where the attempt failed before. */
  readonly choices: readonly Partial<PartialCompletion['choices'][number]>[];
  /** Something was cut or left out, because it was too large. */
  readonly truncated: boolean;
}
