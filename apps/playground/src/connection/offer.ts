import { type ProviderName, providers } from '@farebox/client';
import { type Catalogue, findPrice } from '@farebox/core';
import { priceLists } from '@farebox/cost';
import { modelNames } from '../ask/models.js';
import type { Connection } from './connection.js';
import { type ConnectionChoice, choiceOf } from './connection-choices.js';

/** What can be asked for over a connection, and what it costs there. */
export interface Offer {
  readonly id: ConnectionChoice['id'];
  /** Who answers, for the middle of a sentence. */
  readonly label: string;
  readonly prices: Catalogue;
  /** A model to begin with; none where that depends on what is installed. */
  readonly first: string | undefined;
  /** To choose from, the cheapest first; none where a name is typed. */
  readonly names: readonly string[];
  /** Those and no others; without it, all that have a price. */
  readonly only?: readonly string[];
  /** Names on the price list that are not answered here. */
  readonly elsewhere?: RegExp | undefined;
}

/** Google's list has what Vertex AI resells as well; the Gemini API answers as none of those. */
const resold: Readonly<Partial<Record<ProviderName, RegExp>>> = { gemini: /^claude/i };

/** Undefined for the simulator, which answers as OpenAI. */
export function providerIn(connection: Connection): ProviderName | undefined {
  switch (connection.kind) {
    case 'simulator':
      return undefined;
    case 'provider':
      return connection.provider;
    case 'play':
      return connection.grant.provider;
  }
}

export function offerOf(connection: Connection, prices: Catalogue, at: number): Offer {
  const { model, label }: { readonly model?: string; readonly label: string } =
    providers[providerIn(connection) ?? 'openai'];
  const id = choiceOf(connection);
  const names = modelNames(prices, at);
  switch (connection.kind) {
    case 'simulator':
      return { id, label: 'the simulator', prices, names, first: model };
    case 'provider': {
      const other = resold[connection.provider];
      const own = names.filter((name) => other?.test(name) !== true);
      return { id, label, prices, names: own, first: model, elsewhere: other };
    }
    case 'play': {
      const { models } = connection.grant;
      return { id, label: 'farebox play', prices, names: models, first: models[0], only: models };
    }
  }
}

/** The list that the calls of a provider are priced with: the one that a `ChatClient` takes of itself. */
export function pricesOf(provider: ProviderName): Promise<Catalogue> {
  return priceLists[providers[provider].prices]();
}

/** Whether a model can be asked for there, and be paid for. On a server of one's own, any name can. */
export function isOffered({ prices, only, elsewhere }: Offer, model: string, at: number): boolean {
  if (model.trim() === '') return false;
  if (only !== undefined) return only.includes(model);
  if (elsewhere?.test(model) === true) return false;
  return findPrice(prices, { model, at }).kind === 'price';
}

/** Whose money the fares are. */
export function moneyWords({ id, prices }: Offer): string {
  if (id === 'simulator') return 'simulated money';
  return prices.isFree === true ? 'free of charge' : 'real money';
}
