import { findModel } from '@farebox/core';
import { type PriceSource, priceLists } from '@farebox/cost';

/** The model's window: prompt and answer together. */
export interface ContextWindow {
  readonly tokens: number;
  /** What the model can write at most. */
  readonly maxOutputTokens?: number | undefined;
}

/** What the price list says of a model's window; undefined where it says nothing, or cannot be had. */
export async function modelWindow(
  source: PriceSource = priceLists.openai,
  model: string,
): Promise<ContextWindow | undefined> {
  try {
    const catalogue = typeof source === 'function' ? await source() : source;
    const { contextTokens, maxOutputTokens } = findModel(catalogue, model) ?? {};
    return contextTokens === undefined ? undefined : { tokens: contextTokens, maxOutputTokens };
  } catch {
    // The call itself says why there is no list; a conversation can go on without.
    return undefined;
  }
}
