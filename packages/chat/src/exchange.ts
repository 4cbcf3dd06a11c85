import type {
  ChatCompletion,
  ChatMessage,
  ChatRequest,
  ChatStream,
  HandedOut,
} from '@farebox/core';
import type { ReAskEvent } from './schema/re-ask-event.js';
import type { ToolEvent } from './tools/tool-event.js';

/**
 * One call of an exchange.
 *
 * @param restarted Asked before anybody hears of a `restart`, by whoever does not hand on all of the call's text: gives how much
 * of it is void for the reader.
 */
export type OpenStep = (
  request: ChatRequest,
  restarted?: (discard: HandedOut) => HandedOut,
) => Promise<ChatStream>;

/** What an exchange has of its surroundings. */
export interface ExchangeContext {
  /** One more call, with layers, budget and receipts; each is an attempt of the same call in the ledger. */
  readonly open: OpenStep;
  /**
   * What was said after the request and before the reply that is the answer, in order: replies that called tools, their
   * results, questions asked again. Only what a provider accepts as it stands is added: a call of a tool together with
   * its result. It is what remains of an exchange that fails.
   */
  readonly said: ChatMessage[];
  /** Aborted when the caller aborts, and when the reader leaves while something is waited for. */
  readonly signal: AbortSignal | undefined;
  /** The call in the ledger that all of this is. */
  readonly callId: string;
  readonly onEvent: ((event: ExchangeEvent) => void) | undefined;
}

/** What an exchange itself has to tell; its calls tell of themselves. */
export type ExchangeEvent = ToolEvent | ReAskEvent;

/**
 * Why it went no further. `answer`: the reply is one. `tool-calls`: the reply calls tools that are not run here, or was cut
 * off in its calls. `turns`: `toolLoop.maxTurns` was reached, `repeated`: `toolLoop.maxRepeats`; the reply's calls were not run.
 */
export type Stopped = 'answer' | 'tool-calls' | 'turns' | 'repeated';

/** What an exchange ends with. */
export interface ExchangeEnd {
  /** The reply that is the answer. */
  readonly completion: ChatCompletion;
  /** Default: `tool-calls` for a reply with calls, otherwise `answer`. */
  readonly stopped?: Stopped | undefined;
  /** What the answer's schema made of it. */
  readonly value?: unknown;
}

/**
 * Whatever calls it takes until there is an answer: yields text as it arrives and returns the end.
 *
 * It asks by `context.open` and may ask again, with what was said in between. Leaving it early closes the call under way.
 */
export type Exchange = (
  request: ChatRequest,
  context: ExchangeContext,
) => AsyncGenerator<string, ExchangeEnd, void>;

/** The innermost exchange: one call, and its reply is the answer. */
export const oneCall: Exchange = async function* oneCall(request, { open }) {
  const stream = await open(request);
  yield* stream.text();
  return { completion: await stream.completion() };
};
