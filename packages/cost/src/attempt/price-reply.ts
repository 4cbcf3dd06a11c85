import {
  type Catalogue,
  type CompletionUsage,
  findPrice,
  invoice,
  isChatError,
  type Price,
  readUsage,
} from '@farebox/core';
import type { Cost, Settlement } from '../receipt.js';
import { nameIn, numbersIn } from './names-and-numbers.js';
import type { ReceivedReply } from './received.js';

/** What a reply says about its cost. A `ChatCompletion` of Farebox or of the `openai` SDK fits. */
export interface BilledReply extends ReceivedReply {
  readonly model?: string | undefined;
  readonly usage?: CompletionUsage | null | undefined;
  readonly service_tier?: string | null | undefined;
}

type Priced = Pick<Settlement, 'cost' | 'lines' | 'model' | 'serviceTier' | 'usage'>;

/**
 * Prices a reply by what it reports.
 *
 * The model that answered and the tier that served it decide. Where the list has no price for them, the
 * amount is `estimated` at the price of the model that was asked, or of the standard tier. Without
 * usage, with usage that does not add up or that the price has no rate for, `unreported` is the cost.
 */
export function priceReply(
  reply: BilledReply,
  asked: { readonly model: string; readonly price: Price | undefined },
  unreported: () => Cost,
  prices: Catalogue,
  at: number,
): Priced {
  const model = reply.model || asked.model;
  const serviceTier = reply.service_tier ?? undefined;
  const tier = nameIn(serviceTier);
  const named = { model: nameIn(reply.model) ?? asked.model, ...(tier && { serviceTier: tier }) };
  if (!reply.usage) return { ...named, cost: unreported() };
  const { usage } = reply;
  const facts = { ...named, usage: numbersIn(usage) };
  const answered = findPrice(prices, { model, at, serviceTier });
  const price = answered.kind === 'price' ? answered : otherPrice(prices, model, at, asked.price);
  if (price === undefined) return { ...facts, cost: { known: 'unknown' } };
  try {
    const bill = invoice(readUsage(usage), price);
    if (bill.kind === 'unknown') return { ...facts, cost: unreported() };
    const exact = answered.kind === 'price' && bill.assumed === undefined;
    const cost = { known: exact ? 'reported' : 'estimated', amount: bill.total } as const;
    return { ...facts, lines: bill.lines, cost };
  } catch (error) {
    // Usage that contradicts itself is not repaired: what it was at most is charged instead.
    if (!isChatError(error)) throw error;
    return { ...facts, cost: unreported() };
  }
}

/** The price to estimate with, where the list has none for the model and the tier that answered. */
function otherPrice(
  prices: Catalogue,
  model: string,
  at: number,
  asked: Price | undefined,
): Price | undefined {
  const standard = findPrice(prices, { model, at });
  return standard.kind === 'price' ? standard : asked;
}
