import * as chat from '@farebox/chat';
import * as core from '@farebox/core';
import * as prices from '@farebox/core/prices/openai';
import * as cost from '@farebox/cost';
import { checkAnswer } from '../../exercises/check-answer.js';
import { checksModule } from '../../exercises/checked-source.js';
import { simulate } from './cell-simulator.js';

/** All that a cell can import. */
const modules: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['@farebox/chat', chat],
  ['@farebox/core', core],
  ['@farebox/core/prices/openai', prices],
  ['@farebox/cost', cost],
  ['@farebox/simulator', { simulate }],
]);

/**
 * What an import in a cell resolves to.
 *
 * @throws {Error} for anything else, with what there is as its `fix`.
 */
export function requireModule(name: string): unknown {
  const found = modules.get(name);
  if (found !== undefined) return found;
  if (name === checksModule) return { checkAnswer };
  throw Object.assign(new Error(`There is no "${name}" here.`), {
    name: 'ImportError',
    fix: `A cell can import ${[...modules.keys()].join(', ')}.`,
  });
}
