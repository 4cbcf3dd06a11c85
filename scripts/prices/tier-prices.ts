import type { Tier } from './overlay-format.ts';
import type { ListedBand, ListedModel, ListedPrice, ListedRates } from './price-list.ts';

/**
 * A model's prices on a tier that costs a fraction of the standard one, for each of its dates.
 *
 * @throws {RangeError} where the fraction does not come out even.
 */
export function tierPrices(model: ListedModel, tier: Tier): ListedPrice[] {
  const { serviceTier, checkedOn, source } = tier;
  const since = tier.from ?? '';
  return model.prices
    .filter((price) => price.serviceTier === 'default' && (price.to ?? '9999') > since)
    .map(({ bands, from = '', to, hours }) => ({
      serviceTier,
      ...((from > since ? from : since) !== '' && { from: from > since ? from : since }),
      ...(to !== undefined && { to }),
      ...(hours !== undefined && { hours }),
      checkedOn,
      source,
      bands: bands.map((band, index) => tierBand(band, index, tier)),
    }));
}

function tierBand({ rates, ...bound }: ListedBand, index: number, tier: Tier): ListedBand {
  if (tier.firstBandOnly && index > 0) return { ...bound, rates: {} };
  const reduced: Record<string, number> = {};
  for (const [leaf, rate] of Object.entries(rates)) {
    const fresh = leaf.replace(/cached$/, 'fresh');
    reduced[leaf] = fraction(tier.cachedAsFresh ? (rates[fresh] ?? rate) : rate, tier.ofStandard);
  }
  return { ...bound, rates: reduced satisfies ListedRates };
}

function fraction(rate: number, ofStandard: string): number {
  const [part = 0, whole = 1] = ofStandard.split('/').map(Number);
  const amount = (rate * part) / whole;
  if (!Number.isSafeInteger(rate * part) || !Number.isSafeInteger(amount)) {
    throw new RangeError(`${ofStandard} of ${rate} is no whole number of picodollars.`);
  }
  return amount;
}
