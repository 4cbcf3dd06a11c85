import { listedModels } from '../books/rates.js';

/** What a model costs in US dollars per million tokens, by the last entry of the price list. */
export function usdPerMillion(id: string): { input: number; output: number } {
  const model = listedModels.find((listed) => listed.id === id);
  if (model === undefined) throw new TypeError(`The price list has no ${id}.`);
  const { freshInput, output } = model.tariffOf({ at: Number.POSITIVE_INFINITY }).rates;
  // A picodollar per token is a microdollar per million tokens.
  return { input: Number(freshInput) / 1e6, output: Number(output) / 1e6 };
}

/** Dollars as text: at least cents. */
export function dollars(usd: number): string {
  return `$${usd.toFixed(2)}`;
}
