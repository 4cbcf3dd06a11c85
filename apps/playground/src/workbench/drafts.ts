import type { ProviderName } from '@farebox/client';
import {
  type Catalogue,
  type ChatError,
  type ChatRequest,
  findPrice,
  isChatError,
  type Picodollars,
} from '@farebox/core';
import { boundTokens, maxCost } from '@farebox/core/bound';
import { askingOf } from './asking.js';
import { caughtRequest } from './caught-request.js';
import { columnSetup } from './setup/column-setup.js';
import type { Setup } from './setup/setup.js';

/** A column's request as it would leave now. */
export interface Draft {
  readonly key: number;
  /** The form with what the column says of its own. */
  readonly setup: Setup;
  readonly url?: string;
  readonly body?: ChatRequest;
  /** The most that it can cost: what will be set aside. */
  readonly reserves?: Picodollars;
  /** Why there is no such amount, in a sentence: a budget refuses the call. */
  readonly unbounded?: string;
  /** Why it would not leave. */
  readonly error?: ChatError;
}

export interface DraftOptions {
  readonly prices: Catalogue;
  readonly at: number;
  /** Undefined for the simulator, which answers as OpenAI. */
  readonly provider: ProviderName | undefined;
}

/** What each column would send. The form must have no problem (`setupProblem`). */
export function draftsOf(setup: Setup, options: DraftOptions): Promise<readonly Draft[]> {
  return Promise.all(
    setup.columns.map(async (column) => {
      const own = columnSetup(setup, column);
      const { url, body, error } = await caughtRequest(askingOf(own), options.provider);
      if (error !== undefined) return { key: column.key, setup: own, error };
      return { key: column.key, setup: own, url, body, ...reserved(body, options) };
    }),
  );
}

function reserved(
  body: ChatRequest,
  { prices, at }: DraftOptions,
): Pick<Draft, 'reserves' | 'unbounded'> {
  const { model } = body;
  const price = findPrice(prices, { model, at });
  if (price.kind === 'unknown') {
    return { unbounded: `${model} has no known price, and a budget refuses it.` };
  }
  const tokens = boundTokens(body, price);
  try {
    return { reserves: maxCost(tokens, price) };
  } catch (error) {
    if (!isChatError(error)) throw error;
    const unbounded = Number.isFinite(tokens.outputTokens)
      ? `${error.message} A budget refuses it.`
      : `How much ${model} can write is not known: set the longest answer, or a budget refuses it.`;
    return { unbounded };
  }
}
