import type { PartialCompletion } from '../wire/completion.js';
import { type ErrorKind, errorKinds } from './kinds.js';

/** Why the retry layer stopped trying. */
export type GaveUp =
  | 'not-retried'
  | 'delivered'
  | 'attempts'
  | 'retry-after'
  | 'deadline'
  | 'retry-quota'
  | 'budget';

/** The scope that refused a call (kind `budget`), as it was then. Dollars are exact decimal text, as in JSON. */
export interface RefusingScope {
  readonly id: string;
  /** The window that is full, such as `day:2026-11-28@UTC`; `''` in total, undefined where it did not matter (`no-bound`). */
  readonly window?: string | undefined;
  readonly limitUsd?: string | undefined;
  readonly settledUsd?: string | undefined;
  /** By calls under way. */
  readonly reservedUsd?: string | undefined;
}

export interface ChatErrorFacts {
  kind: ErrorKind;
  /** What happened, with the numbers, and never a secret, a prompt or an answer. */
  message: string;
  /** What to do; default: the table's sentence for the kind. */
  fix?: string | undefined;
  /** Whether the caller had been given a part of the answer. Default false. */
  delivered?: boolean | undefined;
  /** The HTTP status, where there was one. */
  status?: number | undefined;
  /** The narrower fact: the provider's error code, or ours (`idle`, `html`, `ECONNREFUSED`, …). */
  code?: string | undefined;
  requestId?: string | undefined;
  /** How long the server asked us to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** The server's own word on whether to send again (`x-should-retry`); it outranks the table. */
  shouldRetry?: boolean | undefined;
  /** How many attempts were made. Default 1. */
  attempts?: number | undefined;
  gaveUp?: GaveUp | undefined;
  /** Which scope refused, for the kind `budget`. */
  scope?: RefusingScope | undefined;
  /** What had arrived; kept out of `inspect`, `JSON.stringify` and logs. */
  partial?: PartialCompletion | undefined;
  cause?: unknown;
}

const brand = Symbol.for('farebox.ChatError');

/**
 * The one error that Farebox throws: a fact (`kind`), and what to do about it (`fix`).
 *
 * `kind` says what happened, not whether to retry: that is policy. Test with {@link isChatError},
 * not `instanceof`: the guard also knows an error from another copy of this package.
 *
 * @example
 * const error = new ChatError({ kind: 'quota', message: 'You have no credit left.', status: 429 });
 * error.name // => 'QuotaExceededError'
 * error.exit // => 5
 */
export class ChatError extends Error {
  readonly kind: ErrorKind;
  readonly fix: string;
  readonly delivered: boolean;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly shouldRetry: boolean | undefined;
  readonly attempts: number;
  readonly gaveUp: GaveUp | undefined;
  /** Which scope of a budget refused, and how full it was; undefined for other kinds. */
  readonly scope: RefusingScope | undefined;
  readonly #partial: PartialCompletion | undefined;

  constructor(facts: ChatErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    const table = errorKinds[facts.kind];
    // As a constructor of built-in errors would: not enumerable, so that logs do not show it twice.
    Object.defineProperty(this, 'name', { value: table.name, configurable: true });
    Object.defineProperty(this, brand, { value: true });
    this.kind = facts.kind;
    this.fix = facts.fix ?? table.fix;
    this.delivered = facts.delivered ?? false;
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.retryAfterMs = facts.retryAfterMs;
    this.shouldRetry = facts.shouldRetry;
    this.attempts = facts.attempts ?? 1;
    this.gaveUp = facts.gaveUp;
    this.scope = facts.scope;
    this.#partial = facts.partial;
  }

  /** What had arrived before the failure. A getter over private state: no log prints it by accident. */
  get partial(): PartialCompletion | undefined {
    return this.#partial;
  }

  /** The exit code of the `farebox` command for this kind. */
  get exit(): number {
    return errorKinds[this.kind].exit;
  }

  /** The same error with some facts changed, its stack kept. */
  with(facts: Partial<Omit<ChatErrorFacts, 'kind'>>): ChatError {
    const copy = new ChatError({
      kind: this.kind,
      message: this.message,
      fix: this.fix,
      delivered: this.delivered,
      status: this.status,
      code: this.code,
      requestId: this.requestId,
      retryAfterMs: this.retryAfterMs,
      shouldRetry: this.shouldRetry,
      attempts: this.attempts,
      gaveUp: this.gaveUp,
      scope: this.scope,
      partial: this.#partial,
      cause: this.cause,
      ...facts,
    });
    if (this.stack !== undefined) copy.stack = this.stack;
    return copy;
  }
}

/** Whether `error` is a {@link ChatError}, also one from another copy of this package. */
export function isChatError(error: unknown): error is ChatError {
  return typeof error === 'object' && error !== null && brand in error;
}
