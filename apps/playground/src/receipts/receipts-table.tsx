import type { Receipt } from '@farebox/cost';
import { knownText } from './known-text.js';
import { receiptsCsv, receiptsJson } from './receipt-export.js';
import { ReceiptRow } from './receipt-row.js';
import { receiptTotal } from './receipt-total.js';
import { saveFile } from './save-file.js';
import './receipts-table.css';

/** The receipts of a ledger, a line for each attempt, what they come to, and both as a file. */
export function ReceiptsTable({ receipts }: { readonly receipts: readonly Receipt[] }) {
  if (receipts.length === 0) return <p className="hint">None yet: each attempt leaves one.</p>;
  const total = receiptTotal(receipts);
  const calls = [...new Set(receipts.map(({ callId }) => callId))];
  return (
    <div className="receipts">
      <table className="receipts-table">
        <thead>
          <tr>
            <th scope="col">Call</th>
            <th scope="col">Attempt</th>
            <th scope="col" className="receipt-wide">
              Model
            </th>
            <th scope="col">Outcome</th>
            <th scope="col" className="receipt-number receipt-wide">
              In
            </th>
            <th scope="col" className="receipt-number receipt-wide">
              Out
            </th>
            <th scope="col" className="receipt-number">
              Cost
            </th>
            <th scope="col" className="receipt-wide">
              Known as
            </th>
          </tr>
        </thead>
        <tbody>
          {receipts.map((receipt) => (
            <ReceiptRow
              key={receipt.id}
              receipt={receipt}
              call={calls.indexOf(receipt.callId) + 1}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{total.calls}</th>
            <td>{total.attempts}</td>
            <td className="receipt-wide" />
            <td>in all</td>
            <td className="receipt-number receipt-wide">
              {total.inputTokens.toLocaleString('en')}
            </td>
            <td className="receipt-number receipt-wide">
              {total.outputTokens.toLocaleString('en')}
            </td>
            <td className="receipt-number receipt-total">
              {total.costKnown === 'unknown' && 'at least '}${total.costUsd}
            </td>
            <td className="receipt-wide">{knownText[total.costKnown]}</td>
          </tr>
        </tfoot>
      </table>
      <p className="receipts-save">
        <button
          type="button"
          onClick={() => saveFile('farebox-receipts.csv', 'text/csv', receiptsCsv(receipts))}
        >
          Save as CSV
        </button>
        <button
          type="button"
          onClick={() =>
            saveFile('farebox-receipts.json', 'application/json', receiptsJson(receipts))
          }
        >
          Save as JSON
        </button>
      </p>
    </div>
  );
}
