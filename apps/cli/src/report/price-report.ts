import {
  type Band,
  type CataloguedModel,
  type DatedPrice,
  formatUsd,
  type UsageLeaf,
  usageLeaves,
} from '@farebox/core';
import { dim, plain } from '../terminal/line-styles.js';
import { type Line, span } from '../terminal/styled-line.js';
import { perMillion } from './per-million.js';
import { shownBand } from './shown-band.js';
import { shownCount } from './shown-count.js';
import { fold, headedTable } from './table.js';

/** A model of one provider, and its prices on the day that was asked for. */
export interface PricedModel {
  readonly provider: string;
  readonly model: CataloguedModel;
  readonly prices: readonly DatedPrice[];
}

/** A model's prices for the eye: a table for each tier, then dates, source and what is not in them. */
export function priceLines({ provider, model, prices }: PricedModel, day: string): Line[] {
  const limit = model.maxOutputTokens;
  const names = [...model.aliases, ...(model.datedNames ?? []).map((name) => `${name}-<date>`)];
  const earlier = model.prices.flatMap(({ to }) => (to !== undefined && to <= day ? [to] : []));
  const before = [...new Set(earlier)].toSorted();
  return [
    [span(model.id, { bold: true }), span(` · ${provider}`)],
    ...(names.length === 0 ? [] : fold(`also known as ${names.join(', ')}`).map(dim)),
    ...(limit === undefined ? [] : [plain(`writes at most ${shownCount(limit)} tokens`)]),
    ...prices.flatMap((price) => [plain(''), ...entryLines(price, prices)]),
    ...(before.length === 0
      ? []
      : [plain(''), dim(`other prices until ${before.join(', ')}; see --at`)]),
  ];
}

function entryLines(price: DatedPrice, all: readonly DatedPrice[]): Line[] {
  const { bands, hours, from, to, perRequest, alsoBilled, checkedOn, source } = price;
  const isRest =
    hours === undefined &&
    all.some((other) => other.serviceTier === price.serviceTier && other.hours !== undefined);
  const when = [
    ...(isRest ? ['at all other hours'] : []),
    ...(hours === undefined ? [] : [`from ${hours.from} to ${hours.to} UTC`]),
    ...(from === undefined ? [] : [`since ${from}`]),
    ...(to === undefined ? [] : [`until ${to}`]),
  ];
  const kinds = usageLeaves.filter((leaf) => bands.some(({ rates }) => rates[leaf] !== undefined));
  const isBanded = bands.length > 1;
  return [
    ...headedTable([
      [
        `${price.serviceTier} tier${isBanded ? ', by tokens of the prompt' : ''}`,
        ...bands.map((band, index) => shownBand(band, bands[index + 1])),
      ],
      ...kinds.map((leaf) => [leaf, ...bands.map((band) => shownRate(band, leaf))]),
      ...(perRequest === undefined ? [] : [['each request', `$${formatUsd(perRequest)}`]]),
    ]),
    ...(isBanded ? [dim('$ per million tokens, the whole prompt at one rate')] : []),
    ...(when.length === 0 ? [] : [plain(when.join(', '))]),
    ...(alsoBilled === undefined
      ? []
      : fold(`billed beside tokens: ${alsoBilled.join(', ')}`).map(plain)),
    ...fold(checkedOn === '' ? source : `checked ${checkedOn}: ${source}`).map(dim),
  ];
}

function shownRate({ rates }: Band, leaf: UsageLeaf): string {
  const rate = rates[leaf];
  return rate === undefined ? 'unknown' : perMillion(rate);
}

/** The same as one object. Money is text, because JSON numbers are floats. */
export function priceJson(priced: readonly PricedModel[], day: string) {
  return {
    kind: 'price',
    at: day,
    prices: priced.flatMap(({ provider, model, prices }) =>
      prices.map(({ bands, perRequest, ...entry }) => ({
        provider,
        model: model.id,
        aliases: model.aliases,
        maxOutputTokens: model.maxOutputTokens ?? null,
        ...entry,
        bands: bands.map(({ rates, ...limits }) => ({ ...limits, usdPerMillion: inUsd(rates) })),
        usdPerRequest: perRequest === undefined ? null : formatUsd(perRequest),
      })),
    ),
  };
}

function inUsd(rates: Band['rates']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rates).map(([leaf, rate]) => [leaf, perMillion(rate ?? 0n)]),
  );
}
