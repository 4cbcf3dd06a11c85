import * as chat from '@farebox/chat';
import * as core from '@farebox/core';
import * as prices from '@farebox/core/prices/openai';
import * as cost from '@farebox/cost';

/** All that a cell can import. */
const modules: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['@farebox/chat', chat],
  ['@farebox/core', core],
  ['@farebox/core/prices/openai', prices],
  ['@farebox/cost', cost],
]);

/**
 * What an import in a cell resolves to.
 *
 * @throws {Error} for anything else, with what there is as its `fix`.
 */
export function requireModule(name: string): unknown {
  const found = modules.get(name);
  if (found !== undefined) return found;
  throw Object.assign(new Error(`There is no "${name}" here.`), {
    name: 'ImportError',
    fix: `A cell can import ${[...modules.keys()].join(', ')}.`,
  });
}
