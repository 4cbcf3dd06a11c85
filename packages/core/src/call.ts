import type { HeaderReader } from './backoff/retry-after.js';
import type { ChatStream } from './chat-stream.js';
import type { Clock } from './clock.js';
import type { ChatError } from './errors/chat-error.js';
import type { Picodollars } from './money/money.js';
import type { ChatRequest } from './wire/request.js';

/** Something that money is counted for (a session, a user, a project), and its limit. */
export interface Scope {
  readonly id: string;
  /** Without a limit, costs are only counted. */
  readonly limit?: Picodollars | undefined;
  /** Passing the limit is said, on the receipt and as an event, and nothing is refused. */
  readonly soft?: boolean | undefined;
  /** What the limit is for: one call, one hour, one day of the calendar. Default `total`. */
  readonly per?: BudgetWindow | undefined;
  /** Where hours, days, weeks and months begin: an IANA name such as `Europe/Berlin`. Default `UTC`. */
  readonly timeZone?: string | undefined;
}

/** The stretch that a limit is for; the next one begins with the whole limit. Weeks begin on Monday. */
export type BudgetWindow = 'call' | 'hour' | 'day' | 'week' | 'month' | 'total';

/** How far a reply is read on once its caller has gone. */
export interface DrainBounds {
  readonly ms: number;
  readonly bytes: number;
}

/** How much of an answer its reader, or a watcher, had been given. */
export interface HandedOut {
  /** Of the text of choice 0, as JavaScript counts characters. */
  readonly characters: number;
  /** 0 where only text was read, and nobody watched the chunks. */
  readonly chunks: number;
}

/** What happens to a call until it has its answer, for logs and user interfaces. */
export type CallEvent =
  | { readonly type: 'attempt'; readonly attempt: number }
  | {
      readonly type: 'wait';
      readonly attempt: number;
      readonly waitMs: number;
      readonly error: ChatError;
    }
  | {
      /**
       * The first of an attempt's answer has come: text, reasoning, a call of a tool. Of a reply that is no
       * stream it is all of it.
       */
      readonly type: 'first-token';
      readonly attempt: number;
      /** Since the attempt was sent. */
      readonly afterMs: number;
    }
  | {
      /** The call goes on with another model or provider; `attempt` is its first there. */
      readonly type: 'fallback';
      readonly attempt: number;
      readonly model: string;
      /** What the one before ended with. */
      readonly error: ChatError;
    }
  | {
      /** The attempt was let through although it could pass the soft limits of these scopes. */
      readonly type: 'soft-limit';
      readonly attempt: number;
      readonly scopeIds: readonly string[];
    }
  | {
      /**
       * The answer broke off and another one begins, with the piece that is handed out next. What was
       * handed out since the call, or its last restart, is void: `discard` is all of it.
       */
      readonly type: 'restart';
      /** The number of the attempt that the new answer comes from. */
      readonly attempt: number;
      readonly error: ChatError;
      readonly discard: HandedOut;
    }
  | {
      /** The answer broke off and goes on with the piece that is handed out next; nothing is void. */
      readonly type: 'continue';
      readonly attempt: number;
      readonly error: ChatError;
    };

/** What travels with a request through the layers. Everything has a default. */
export interface CallContext {
  /** The caller's abort. Whatever it aborts ends as an `aborted` error, never as success. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the system's clock. */
  readonly clock?: Clock | undefined;
  /** Numbers in [0, 1) for jitter and ids. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
  /** Ties the attempts of one call together in the ledger. Default: made by the first layer that needs it. */
  readonly callId?: string | undefined;
  /** Which attempt this is, from 1. Set by the retry layer, which counts on from what it is given. */
  readonly attempt?: number | undefined;
  /** Where the call's cost counts: every scope must have room before an attempt leaves. */
  readonly scopes?: readonly Scope[] | undefined;
  /** Free labels for receipts and reports. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** On the clock's monotonic scale: when the whole call must be over. Set by the deadline layer. */
  readonly deadlineAtMs?: number | undefined;
  /**
   * After an abort, or when the reader has left, the reply is read on within these bounds, for the usage at
   * its end. Default: it is closed at once. Set by the drain layer.
   */
  readonly drain?: DrainBounds | undefined;
  /**
   * Called before the call rejects as aborted, where its reply is read on (`drain`): the stream is nobody's to
   * read, and tells its watchers of the `end` after the drain.
   */
  readonly onDrain?: ((stream: ChatStream) => void) | undefined;
  /** Multiplies the attempt's clocks; the retry layer raises it after a timeout. Default 1. */
  readonly patience?: number | undefined;
  /** Called by the transport before a request leaves, with the origin that it goes to. */
  readonly onSend?: ((origin: string) => void) | undefined;
  /** Called by the transport with the response headers once they have arrived, those of an error too. */
  readonly onHeaders?: ((headers: HeaderReader) => void) | undefined;
  /** Hears of attempts, waits, first tokens, fallbacks and restarts as they happen. */
  readonly onEvent?: ((event: CallEvent) => void) | undefined;
}

/**
 * One chat call.
 *
 * It resolves once the first chunk that carries something is in hand (non-empty content, refusal,
 * reasoning, audio, a tool or function delta, or a normal finish), so a rejected Call delivered
 * nothing, and a stream that throws delivered something.
 */
export type Call = (request: ChatRequest, context: CallContext) => Promise<ChatStream>;

/**
 * Wraps a call. A layer may act before it, around its opening (and call `next` again), and
 * `watch` or `stop` the stream it returns; none but `resume()` replaces the stream.
 */
export type Layer = (next: Call) => Call;

/**
 * Joins layers into one; the first is the outermost.
 *
 * @example
 * const robust = stack(retry(), clocks())(fetchTransport({ apiKey }));
 */
export function stack(...layers: readonly Layer[]): Layer {
  return (call) => layers.reduceRight((next, layer) => layer(next), call);
}
