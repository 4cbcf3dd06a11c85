import { type Provider, providers } from '@farebox/client';
import { findPrice, type Picodollars } from '@farebox/core';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import { loadPriceLists } from '../prices/price-lists.js';
import { perMillion } from '../report/per-million.js';
import { oneLine } from '../terminal/one-line.js';
import { type Finding, ok } from './finding.js';

const subject = 'price';
const oldMs = 120 * 86_400_000;

/** Whether it is known what the model costs, so that limits on money can hold. */
export async function checkPrice(
  endpoint: Endpoint | undefined,
  model: string,
  io: Io,
): Promise<Finding> {
  const list = listOf(endpoint);
  if (list === 'local') return ok(subject, "nothing: it is a server of one's own");
  const at = io.clock.now();
  const found = findPrice(await loadPriceLists(), { model, provider: list, at });
  const name = oneLine(model);
  if (found.kind === 'unknown') {
    const near =
      found.nearest.length === 0 ? '' : ` The nearest names are ${found.nearest.join(', ')};`;
    return {
      subject,
      verdict: 'warning',
      what: `none is known for ${name}, so a call under a limit is refused`,
      fix: `Choose a model of farebox models, or say what holds with --unknown-price.${near && ` ${near.trim().replace(/;$/, '.')}`}`,
    };
  }
  const { rates, checkedOn, provider } = found;
  const what = `${name} costs ${shown(rates['input.text.fresh'])} in and ${shown(rates['output.text'])} out per million tokens (${provider}, checked ${checkedOn})`;
  if (at - Date.parse(checkedOn) <= oldMs) return ok(subject, what);
  const fix = 'Update farebox: its price lists come with it.';
  return { subject, verdict: 'warning', what: `${what}, which is long ago`, fix };
}

function listOf(endpoint: Endpoint | undefined): string {
  if (endpoint?.kind !== 'server') return 'openai';
  if (endpoint.provider !== undefined) return providers[endpoint.provider].prices;
  const table: readonly Provider[] = Object.values(providers);
  const known = table.find(
    ({ baseURL }) => baseURL !== undefined && new URL(baseURL).origin === endpoint.origin,
  );
  return known?.prices ?? 'openai';
}

function shown(rate: Picodollars | undefined): string {
  return rate === undefined ? 'nobody knows what' : `$${perMillion(rate)}`;
}
