import { type Catalogue, findPrice, formatUsd } from '@farebox/core';

/** A model to choose, with its price as people quote it. */
export interface ModelChoice {
  readonly id: string;
  /** In and out, per million tokens; a model without a price has none. */
  readonly prices?: string;
}

/**
 * The models of a price list that chat, the cheapest first: those are what the simulator answers as.
 * What they cost is today's standard price for a short prompt.
 */
export function modelChoices(catalogue: Catalogue, at: number): readonly ModelChoice[] {
  return catalogue.models
    .filter(({ maxOutputTokens }) => maxOutputTokens !== undefined)
    .flatMap(({ id }) => {
      const price = findPrice(catalogue, { model: id, at });
      const rates = price.kind === 'price' ? price.rates : {};
      const { 'input.text.fresh': input, 'output.text': output } = rates;
      return input === undefined || output === undefined ? [] : [{ id, input, output }];
    })
    .sort((a, b) => Number(a.output - b.output) || a.id.localeCompare(b.id))
    .map(({ id, input, output }) => ({
      id,
      prices: `$${perMillion(input)} in · $${perMillion(output)} out per million tokens`,
    }));
}

function perMillion(pricePerToken: bigint): string {
  return formatUsd(pricePerToken * 1_000_000n);
}
