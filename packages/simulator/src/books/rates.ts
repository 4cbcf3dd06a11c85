import prices from '@farebox/core/prices/openai.json' with { type: 'json' };
import { type ListedPrice, type Tariff, type TariffAsked, tariffOf } from './tariff.js';

/** A model on the price list. */
export interface ListedModel {
  readonly id: string;
  /** Other names it answers to, dated snapshots among them. */
  readonly aliases: readonly string[];
  readonly maxOutputTokens: number | undefined;
  /** What it costs at a time, in a tier, and for a prompt of a size. */
  tariffOf(asked: TariffAsked): Tariff;
}

interface PriceList {
  models: {
    id: string;
    aliases: string[];
    maxOutputTokens?: { tokens: number } | undefined;
    prices: ListedPrice[];
  }[];
}

/** `gpt-5-4` for `gpt-5.4`: how others spell it, and no name at OpenAI. */
const dashed = /^gpt-\d-\d(?!\d)/;

/**
 * The models of the price list that all of Farebox shares; the arithmetic on it is our own. Those
 * without a known output limit do not chat.
 */
export const listedModels: readonly ListedModel[] = (prices as PriceList).models
  .filter(({ maxOutputTokens }) => maxOutputTokens !== undefined)
  .map((model) => ({
    id: model.id,
    aliases: model.aliases.filter((name) => !dashed.test(name)),
    maxOutputTokens: model.maxOutputTokens?.tokens,
    tariffOf: (asked) => tariffOf(model.prices, asked),
  }));
