// Run by everywhere.proof.ts in four runtimes, against the built package: prints what it sees as JSON.
import {
  backoffDelays,
  calculateCost,
  findPrice,
  formatUsd,
  invoice,
  loadCatalogue,
  parseUsd,
  readUsage,
} from '../dist/index.js';
import { openaiPrices } from '../dist/prices/openai.js';
import json from '../prices/openai.json' with { type: 'json' };

const at = Date.UTC(2026, 10, 24);
const usage = readUsage({
  prompt_tokens: 272_001,
  completion_tokens: 500,
  total_tokens: 272_501,
  prompt_tokens_details: { cached_tokens: 1024 },
});
const bills = ['gpt-4o-mini', 'gpt-5.6-sol', 'gpt-9'].map((model) => {
  const price = findPrice(openaiPrices, { model, at });
  const bill = price.kind === 'price' ? invoice(usage, price) : price;
  return bill.kind === 'invoice' ? formatUsd(bill.total) : bill;
});
const names = ({ models }: typeof openaiPrices) => models.map(({ id }) => id);

console.log(
  JSON.stringify({
    bills,
    course: calculateCost(1000, 500),
    waits: backoffDelays(4),
    money: formatUsd(parseUsd('0.1') + parseUsd('0.2')),
    json: String(names(loadCatalogue(json))) === String(names(openaiPrices)),
    models: openaiPrices.models.length,
  }),
);
