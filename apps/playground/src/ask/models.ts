import { type Catalogue, formatUsd } from '@farebox/core';

/** A model to choose, with its price as people quote it. */
export interface ModelChoice {
  readonly id: string;
  /** In and out, per million tokens. */
  readonly prices: string;
}

/** The models of a price list, the cheapest first: those are what the simulator answers as. */
export function modelChoices({ models }: Catalogue): readonly ModelChoice[] {
  return models
    .flatMap(({ id, prices }) => {
      const perToken = prices.at(-1)?.perToken;
      return perToken === undefined ? [] : [{ id, perToken }];
    })
    .sort((a, b) => Number(a.perToken.output - b.perToken.output) || a.id.localeCompare(b.id))
    .map(({ id, perToken }) => ({
      id,
      prices: `$${perMillion(perToken.freshInput)} in · $${perMillion(perToken.output)} out per million tokens`,
    }));
}

function perMillion(pricePerToken: bigint): string {
  return formatUsd(pricePerToken * 1_000_000n);
}
