import {
  type Catalogue,
  type ChatError,
  type ChatRequest,
  findPrice,
  isChatError,
  type Picodollars,
} from '@farebox/core';
import { boundTokens, maxCost } from '@farebox/core/bound';
import { askingOf, type Surroundings } from './asking.js';
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
  /** The most that it can cost: what will be set aside. Undefined without a price. */
  readonly reserves?: Picodollars;
  /** Why it would not leave. */
  readonly error?: ChatError;
}

export interface DraftOptions {
  readonly prices: Catalogue;
  readonly at: number;
  readonly provider: Pick<Surroundings, 'provider' | 'baseURL'>;
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

function reserved(body: ChatRequest, { prices, at }: DraftOptions): Pick<Draft, 'reserves'> {
  const price = findPrice(prices, { model: body.model, at });
  if (price.kind === 'unknown') return {};
  try {
    return { reserves: maxCost(boundTokens(body, price), price) };
  } catch (error) {
    // No ceiling: nothing can be said of the most that it can cost.
    if (isChatError(error)) return {};
    throw error;
  }
}
