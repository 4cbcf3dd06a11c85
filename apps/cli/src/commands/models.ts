import { findPrice } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { dayAt } from '../prices/holds-on.js';
import { listNameOf, loadPriceLists } from '../prices/price-lists.js';
import { modelsJson, modelsLines } from '../report/models-report.js';
import type { AppearanceOptions } from '../terminal/appearance.js';
import { paragraphs } from '../terminal/line-styles.js';
import { tellUnknownPrice } from './unknown-price.js';

export interface ModelsOptions extends AppearanceOptions {
  readonly provider?: string;
  readonly json?: boolean;
}

/**
 * Prints the models that have a price today.
 *
 * @returns 0, or 1 for a provider without a list.
 */
export async function models(options: ModelsOptions, io: Io): Promise<number> {
  const provider = listNameOf(options.provider);
  const lists = await loadPriceLists(provider);
  const asked = lists.filter((list) => provider === undefined || list.provider === provider);
  const at = io.clock.now();
  const day = dayAt(at);
  if (asked.length === 0) {
    const found = findPrice(lists, { model: '', provider, at });
    if (found.kind === 'unknown') return tellUnknownPrice(found, { ...options, provider, day }, io);
  }
  if (options.json) await print(io.stdout, JSON.stringify(modelsJson(asked, day)));
  else await printLines(paragraphs(asked.map((list) => modelsLines(list, day))), options, io);
  return 0;
}
