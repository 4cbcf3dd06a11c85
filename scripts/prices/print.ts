import type { ListedModel, ListedPrice, PriceList } from './price-list.ts';

/** A price list as text: a line for each price, so that a change shows as the lines that changed. */
export function printed({ provider, unit, models }: PriceList): string {
  const head = `{\n  "provider": ${JSON.stringify(provider)},\n  "unit": ${JSON.stringify(unit)},\n`;
  return `${head}  "models": [\n${models.map(model).join(',\n')}\n  ]\n}\n`;
}

function model({ prices, ...facts }: ListedModel): string {
  const fields = Object.entries(facts).map(
    ([name, value]) => `      ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const lines = prices.map((price) => `        ${JSON.stringify(inOrder(price))}`).join(',\n');
  return `    {\n${fields.join('')}      "prices": [\n${lines}\n      ]\n    }`;
}

/** When it holds, then what it costs, then who says so, however the entry came about. */
function inOrder({ serviceTier, from, to, hours, bands, perRequest, ...facts }: ListedPrice) {
  const { alsoBilled, checkedOn, source } = facts;
  return { serviceTier, from, to, hours, bands, perRequest, alsoBilled, checkedOn, source };
}
