import { listName } from './price-lists.ts';
import type { Provider } from './source.ts';

const generated = '// Written by scripts/prices/generate.ts.\n';

/** The module of one price list. */
export function priceListModule(list: string, providers: readonly Provider[]): string {
  const title = providers.find(({ id }) => listName(id) === list)?.name ?? list;
  return `${generated}import data from '../../prices/${list}.json' with { type: 'json' };
import type { Catalogue } from '../pricing/catalogue.js';
import { loadCatalogue } from '../pricing/load-catalogue.js';

/**
 * Prices of ${title}, each entry with its dates and its source.
 *
 * They are of the day they were checked: a changed price comes with a new release, as a dated entry.
 */
export const ${exportName(list)}: Catalogue = loadCatalogue(data);
`;
}

/** The module that has them all, for programs that do not know the provider beforehand. */
export function priceListsModule(lists: readonly string[]): string {
  const names = lists.toSorted();
  return `${generated}import type { Catalogue } from '../pricing/catalogue.js';
${names.map((list) => `import { ${exportName(list)} } from './${list}.js';\n`).join('')}
/** Every price list of this package: import the one you need instead, where you know the provider. */
export const allPrices: readonly Catalogue[] = [
${names.map((list) => `  ${exportName(list)},\n`).join('')}];
`;
}

/** `github-copilot` → `githubCopilotPrices`. */
function exportName(list: string): string {
  return `${list.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Prices`;
}
