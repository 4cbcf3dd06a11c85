import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coursePricesModule } from './course-prices-module.ts';
import { upToDate } from './history.ts';
import type { Overlay } from './overlay-format.ts';
import type { PriceList } from './price-list.ts';
import { priceListModule, priceListsModule } from './price-list-modules.ts';
import { priceLists } from './price-lists.ts';
import { printed } from './print.ts';
import type { Source } from './source.ts';

/**
 * What is generated, by path within packages/core: the price lists, a module for each, and the two
 * prices of the crash course. What the lists there say of the past stays as it is.
 */
export function generatedFiles(source: Source, core: string, today: string): Map<string, string> {
  const lists = priceLists(source, overlays(), today).map((list) =>
    upToDate(formerList(core, list.provider), list, today),
  );
  const openai = lists.find(({ provider }) => provider === 'openai');
  if (openai === undefined) throw new TypeError('The source has no prices of OpenAI.');
  return new Map([
    ...lists.map((list): [string, string] => [`prices/${list.provider}.json`, printed(list)]),
    ...lists.map(({ provider }): [string, string] => [
      `src/prices/${provider}.ts`,
      priceListModule(provider, source.providers),
    ]),
    ['src/prices/all.ts', priceListsModule(lists.map(({ provider }) => provider))],
    ['src/pricing/course-prices.ts', coursePricesModule(openai, today)],
  ]);
}

function formerList(core: string, provider: string): PriceList | undefined {
  const path = join(core, `prices/${provider}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function overlays(): Overlay[] {
  const folder = join(import.meta.dirname, 'overlay');
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}
