import type { BilledRequest } from '../books/books.js';

/**
 * One line about a request, for a log: status, model, tokens, cost, end and id.
 *
 * No content and no key; the model's name, which a client chose, has no character but printable ones.
 *
 * @example
 * // '200 gpt-4o-mini-2024-07-18 14 in 42 out $0.0000273 completed req_…'
 */
export function requestLine({
  status,
  model = '-',
  usage,
  cost,
  ended,
  id,
}: BilledRequest): string {
  const name = model.replace(/[^\x21-\x7e]/g, '?');
  const tokens = `${usage.prompt_tokens} in ${usage.completion_tokens} out`;
  return `${status} ${name} ${tokens} $${usd(cost)} ${ended} ${id}\n`;
}

/** Exact: picodollars are twelve decimals. */
function usd(picodollars: bigint): string {
  const digits = String(picodollars).padStart(13, '0');
  const decimals = digits.slice(-12).replace(/0+$/, '');
  return decimals === '' ? digits.slice(0, -12) : `${digits.slice(0, -12)}.${decimals}`;
}
