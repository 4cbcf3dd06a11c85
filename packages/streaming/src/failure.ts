import { type ChatError, isChatError } from '@farebox/core';
import { type Confidential, cleanCause, unlessConfidential } from '@farebox/core/errors';
import { cutOff, unreadable } from './stream-errors.js';

/** What the errors of a reply have in common. */
export interface FailedReply {
  readonly delivered: boolean;
  /** Before a part was delivered, whoever tries again does the counting. */
  readonly attempt: number;
  readonly requestId: string | undefined;
  /** What none of them may quote; `partial` is what the consumer gets with the error. */
  readonly confidential: Confidential;
}

/** What is thrown while a reply is read, as its consumer gets it. */
export function failureOf(thrown: unknown, reply: FailedReply): ChatError {
  const { delivered, attempt, requestId, confidential } = reply;
  const error = isChatError(thrown) ? thrown : unreadable(cleanCause(thrown, confidential));
  return error.with({
    delivered,
    requestId: error.requestId ?? unlessConfidential(requestId, confidential),
    partial: delivered ? confidential.partial : undefined,
    ...(delivered && { attempts: attempt }),
  });
}

/** A connection that broke: inside the answer, or before anything of it. */
export function connectionFailure(error: ChatError, reply: FailedReply): ChatError {
  const { delivered, confidential } = reply;
  const broken = error.with({
    code: unlessConfidential(error.code, confidential),
    cause: cleanCause(error.cause, confidential),
  });
  return delivered ? cutOff(broken) : broken;
}
