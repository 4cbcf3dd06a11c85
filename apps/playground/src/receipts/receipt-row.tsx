import { formatUsd } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { knownText } from './known-text.js';

interface ReceiptRowProps {
  readonly receipt: Receipt;
  /** Which call it belongs to, from 1. */
  readonly call: number;
}

/** One attempt's receipt. */
export function ReceiptRow({ receipt, call }: ReceiptRowProps) {
  const { attempt, model, outcome, usage, cost } = receipt;
  return (
    <tr data-outcome={outcome === 'completed' ? 'completed' : 'failed'}>
      <th scope="row">{call}</th>
      <td>{attempt}</td>
      <td className="receipt-wide">{model}</td>
      <td className="receipt-outcome">{outcome}</td>
      <td className="receipt-number receipt-wide">
        {usage?.prompt_tokens.toLocaleString('en') ?? '–'}
      </td>
      <td className="receipt-number receipt-wide">
        {usage?.completion_tokens.toLocaleString('en') ?? '–'}
      </td>
      <td className="receipt-number">
        {cost.known === 'unknown' ? 'unknown' : `$${formatUsd(cost.amount)}`}
      </td>
      <td className="receipt-wide">{knownText[cost.known]}</td>
    </tr>
  );
}
