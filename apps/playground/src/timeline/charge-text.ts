import type { ChargeRecord } from '../wire/run-event.js';

/** What an attempt is charged, and how that is known. */
export function chargeText({ known, usd }: ChargeRecord): string {
  if (known === 'unknown' || usd === undefined) return 'the cost is unknown';
  if (known === 'reported' && Number(usd) === 0) return 'nothing charged';
  if (known === 'reported') return `$${usd}, as reported`;
  return known === 'estimated'
    ? `$${usd}, at an assumed price`
    : `$${usd}, the most it can have cost`;
}
