import { formatUsd } from '@farebox/core';
import type { Receipt } from '@farebox/cost';

/**
 * A receipt as an object for JSON: all that is known, and null for what is not.
 *
 * Amounts are exact, in dollars as text, because JSON numbers are floats. Times are ISO 8601, in UTC.
 */
export function receiptJson(receipt: Receipt) {
  const { sequence, id, callId, attempt, outcome, resolution, model, cost, lines } = receipt;
  return {
    number: sequence,
    id,
    callId,
    attempt,
    reservedAt: new Date(receipt.reservedAt).toISOString(),
    settledAt: new Date(receipt.settledAt).toISOString(),
    model,
    serviceTier: receipt.serviceTier ?? null,
    outcome,
    finishReason: receipt.finishReason ?? null,
    costUsd: cost.known === 'unknown' ? null : formatUsd(cost.amount),
    costKnown: cost.known,
    reservedUsd: formatUsd(receipt.reserved),
    resolution,
    overrun: receipt.overrun,
    usage: receipt.usage ?? null,
    lines:
      lines?.map(({ what, units, unitPrice, amount }) => ({
        what,
        units,
        unitPriceUsd: formatUsd(unitPrice),
        amountUsd: formatUsd(amount),
      })) ?? null,
    requestId: receipt.requestId ?? null,
    scopes: receipt.scopeIds,
    softLimits: receipt.softLimits,
    tags: receipt.tags,
    holder: receipt.holder,
    // Only where it was stored, and the ledger was asked for it.
    ...(receipt.content !== undefined && { content: receipt.content }),
  };
}

/** The names of what {@link receiptCells} gives, for the first line of CSV. */
export const receiptColumns = [
  'number',
  'id',
  'call_id',
  'attempt',
  'reserved_at',
  'settled_at',
  'model',
  'service_tier',
  'outcome',
  'finish_reason',
  'cost_usd',
  'cost_known',
  'reserved_usd',
  'resolution',
  'overrun',
  'usage',
  'lines',
  'request_id',
  'scopes',
  'soft_limits',
  'tags',
  'holder',
] as const;

/** A receipt as cells of CSV: empty where nothing is known, and JSON where something has parts. */
export function receiptCells(receipt: Receipt): readonly string[] {
  return Object.values(receiptJson(receipt)).map((value) => {
    if (value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}
