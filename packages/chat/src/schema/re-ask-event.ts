import type { ChatError, HandedOut } from '@farebox/core';

/** An answer does not fit its schema, and the model is asked again, with what is wrong. */
export interface ReAskEvent {
  readonly type: 're-ask';
  /** What was wrong, without any text of the answer. */
  readonly error: ChatError;
  /** The last so many characters that were handed out are void: the text begins anew with the next piece. */
  readonly discard: HandedOut;
}
