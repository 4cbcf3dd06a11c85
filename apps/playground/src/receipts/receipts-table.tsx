import { type Receipt, totalCost } from '@farebox/cost';
import { shownUsd } from '../fare-box/shown-usd.js';
import './receipts-table.css';

/** The receipts of the ledger, with what they come to. */
export function ReceiptsTable({ receipts }: { readonly receipts: readonly Receipt[] }) {
  const total = totalCost(receipts);
  return (
    <table className="receipts-table">
      <tbody>
        {receipts.map(({ id, attempt, model, outcome, cost }) => (
          <tr key={id}>
            <td>{attempt}</td>
            <td>{model}</td>
            <td>{outcome}</td>
            <td>{cost.known === 'unknown' ? 'unknown' : shownUsd(cost.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            Total
          </th>
          <td>{shownUsd(total.amount)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
