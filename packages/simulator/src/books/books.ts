import type { CompletionUsage } from '@farebox/core';
import { bill, type PromptUsage } from './bill.js';
import type { Rates, ServedTier } from './tariff.js';

/**
 * How a request ended for the provider.
 *
 * `open`: still being answered. `completed`: every choice was sent to its finish. `disconnected`:
 * the client left first. `refused`: a 4xx, before generation. `failed`: everything else.
 */
export type RequestEnd = 'open' | 'completed' | 'disconnected' | 'refused' | 'failed';

/** One request as the provider bills it. */
export interface BilledRequest {
  /** The reply's `x-request-id`. */
  readonly id: string;
  /** The dated model that answered; the one asked for, or nothing, if none did. */
  readonly model: string | undefined;
  /** The tier that served it, which need not be the one asked for; nothing if nothing was generated. */
  readonly serviceTier: ServedTier | undefined;
  /** The HTTP status; 0 when the client left before there was one. */
  readonly status: number;
  /** What was generated, sent or not: this is what is billed. */
  readonly usage: CompletionUsage;
  /** Completion tokens that were written towards the client; a JSON reply's only once it is whole. */
  readonly sentTokens: number;
  /** The `id` of the request whose reply was sent again, for an `Idempotency-Key`; it is billed there. */
  readonly replayOf: string | undefined;
  /** Whether the prompt was estimated: too costly to count, unread, or a matter of another tokenizer. */
  readonly estimated: boolean;
  /** In picodollars (10⁻¹² US dollars). */
  readonly cost: bigint;
  readonly ended: RequestEnd;
}

/**
 * What a provider would bill, whatever the client believes.
 *
 * Each look is a snapshot: a request that is still streaming has grown by the next one. The books
 * hold no key, prompt or answer.
 */
export interface Books {
  /** Every chat completion that arrived, in order; empty as long as none did. */
  readonly requests: readonly BilledRequest[];
  /** The sum of all costs, in picodollars. */
  readonly cost: bigint;
  /** The same in US dollars, rounded as floats are. */
  readonly costUsd: number;
}

/** What a bill is made out of, but for the answer. */
export interface BillingFacts {
  readonly model: string;
  readonly serviceTier: ServedTier;
  readonly rates: Rates;
  readonly prompt: PromptUsage;
  /** Whether the prompt was not counted to the token. */
  readonly estimated: boolean;
}

/** The provider's pen: each request writes its own line. */
export interface BillingLine {
  /** The line as it stands. */
  request(): BilledRequest;
  /** Ends the line; what comes after the first end changes nothing. */
  end(ended: Exclude<RequestEnd, 'open'>): void;
  answer(status: number): void;
  asksFor(model: string): void;
  /** From here on the prompt is billed. */
  begin(facts: BillingFacts): void;
  /** So much of the answer exists by now; what was generated is never taken back. */
  generated(totalTokens: number): void;
  /** So much more of it was sent; what is sent was generated. */
  sent(tokens: number): void;
  /** The reply is another request's, and billed there. */
  replays(requestId: string, model: string): void;
}

/** Empty books, and the function that opens a line in them; `onEnd` hears of each line's end, once. */
export function openBooks(onEnd: (request: BilledRequest) => void = () => {}): {
  books: Books;
  arrived: (id: string) => BillingLine;
} {
  const lines: BillingLine[] = [];
  const total = () => lines.reduce((sum, line) => sum + line.request().cost, 0n);
  return {
    books: {
      get requests() {
        return lines.map((line) => line.request());
      },
      get cost() {
        return total();
      },
      get costUsd() {
        return Number(total()) / 1e12;
      },
    },
    arrived(id) {
      const line = billingLine(id, onEnd);
      lines.push(line);
      return line;
    },
  };
}

function billingLine(id: string, onEnd: (request: BilledRequest) => void): BillingLine {
  let model: string | undefined;
  let serviceTier: ServedTier | undefined;
  let rates: Rates | undefined;
  let status = 0;
  let ended: RequestEnd = 'open';
  let prompt: PromptUsage = { prompt_tokens: 0 };
  let completionTokens = 0;
  let sentTokens = 0;
  let replayOf: string | undefined;
  let estimated = false;

  const request = (): BilledRequest => ({
    id,
    model,
    serviceTier,
    status,
    usage: {
      ...prompt,
      completion_tokens: completionTokens,
      total_tokens: prompt.prompt_tokens + completionTokens,
    },
    sentTokens,
    replayOf,
    estimated,
    cost: rates === undefined ? 0n : bill(rates, prompt, completionTokens),
    ended,
  });
  const generated = (totalTokens: number) => {
    completionTokens = Math.max(completionTokens, totalTokens);
  };
  return {
    request,
    end(next) {
      if (ended !== 'open') return;
      ended = next;
      onEnd(request());
    },
    answer(next) {
      status = next;
    },
    asksFor(next) {
      model = next;
    },
    begin(facts) {
      ({ model, serviceTier, rates, prompt, estimated } = facts);
    },
    generated,
    sent(tokens) {
      sentTokens += tokens;
      generated(sentTokens);
    },
    replays(requestId, nextModel) {
      replayOf = requestId;
      model = nextModel;
    },
  };
}
