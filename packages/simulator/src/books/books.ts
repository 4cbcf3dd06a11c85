import type { CompletionUsage } from '@farebox/core';
import { bill } from './bill.js';
import type { Rates } from './rates.js';

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
  /** The HTTP status; 0 when the client left before there was one. */
  readonly status: number;
  readonly usage: CompletionUsage;
  /** Whether a part of the prompt was too costly to count, and was estimated. */
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

/** The provider's pen: each request writes its own line. */
export interface BillingLine {
  /** The line as it stands. */
  request(): BilledRequest;
  /** Ends the line; what comes after the first end changes nothing. */
  end(ended: Exclude<RequestEnd, 'open'>): void;
  answer(status: number): void;
  asksFor(model: string): void;
  /** From here on the prompt is billed. */
  begin(facts: { model: string; rates: Rates; promptTokens: number; estimated: boolean }): void;
  generated(tokens: number): void;
}

/** Empty books, and the function that opens a line in them. */
export function openBooks(): { books: Books; arrived: (id: string) => BillingLine } {
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
      const line = billingLine(id);
      lines.push(line);
      return line;
    },
  };
}

function billingLine(id: string): BillingLine {
  let model: string | undefined;
  let rates: Rates | undefined;
  let status = 0;
  let ended: RequestEnd = 'open';
  let promptTokens = 0;
  let completionTokens = 0;
  let estimated = false;
  return {
    request: () => ({
      id,
      model,
      status,
      usage: {
        prompt_tokens: promptTokens,
        completion_tokens: completionTokens,
        total_tokens: promptTokens + completionTokens,
      },
      estimated,
      cost: rates === undefined ? 0n : bill(rates, promptTokens, completionTokens),
      ended,
    }),
    end(next) {
      if (ended === 'open') ended = next;
    },
    answer(next) {
      status = next;
    },
    asksFor(next) {
      model = next;
    },
    begin(facts) {
      ({ model, rates, promptTokens, estimated } = facts);
    },
    generated(tokens) {
      completionTokens += tokens;
    },
  };
}
