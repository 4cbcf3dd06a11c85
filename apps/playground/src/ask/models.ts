import { type Catalogue, findPrice, formatUsd, type Picodollars } from '@farebox/core';
import { costsNothing } from '@farebox/core/bound';

/** The models of a price list that chat, the cheapest first. */
export function modelNames(prices: Catalogue, at: number): readonly string[] {
  // A list that says how much its models write says so of those that chat; others say it of none.
  const writes = prices.models.filter(({ maxOutputTokens }) => maxOutputTokens !== undefined);
  return (writes.length === 0 ? prices.models : writes)
    .flatMap(({ id }) => {
      const rates = textRates(prices, id, at);
      return rates === undefined ? [] : [{ id, output: rates.output }];
    })
    .sort((a, b) => Number(a.output - b.output) || a.id.localeCompare(b.id))
    .map(({ id }) => id);
}

/** What a model costs, as people quote it: today's standard price for a short prompt. */
export function priceWords(prices: Catalogue, model: string, at: number): string {
  const price = findPrice(prices, { model, at });
  if (price.kind === 'unknown') return 'not on the price list: a budget refuses it';
  if (costsNothing(price)) return 'free of charge';
  const rates = textRates(prices, model, at);
  if (rates === undefined) return 'no price for text on the list: a budget refuses it';
  const { input, output } = rates;
  return `$${perMillion(input)} in · $${perMillion(output)} out per million tokens`;
}

interface TextRates {
  readonly input: Picodollars;
  readonly output: Picodollars;
}

function textRates(prices: Catalogue, model: string, at: number): TextRates | undefined {
  const price = findPrice(prices, { model, at });
  const rates = price.kind === 'price' ? price.rates : {};
  const { 'input.text.fresh': input, 'output.text': output } = rates;
  return input === undefined || output === undefined ? undefined : { input, output };
}

function perMillion(pricePerToken: Picodollars): string {
  return formatUsd(pricePerToken * 1_000_000n);
}
