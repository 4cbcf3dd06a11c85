import { isChatError } from '@farebox/core';
import { ReceiptsTable } from '../receipts/receipts-table.js';
import './fault-outcome.css';
import type { FaultRun } from './fault-run.js';

/** What a run leaves behind: what was delivered, the error, and a receipt for each attempt. */
export function FaultOutcome({ run }: { readonly run: FaultRun }) {
  const { text, toolCalls, end, receipts, phase } = run;
  if (phase === 'idle') return null;
  return (
    <div className="fault-outcome">
      <section aria-labelledby="fault-delivered-heading">
        <h3 id="fault-delivered-heading">Delivered</h3>
        {text === '' ? (
          <p className="hint">{toolCalls > 0 ? 'A call of get_weather.' : 'Nothing.'}</p>
        ) : (
          <pre className="fault-text">{text}</pre>
        )}
      </section>
      {isChatError(end) && (
        <section className="fault-error" aria-labelledby="fault-error-heading">
          <h3 id="fault-error-heading">
            {end.name} <code>{end.kind}</code> {end.code !== undefined && <code>{end.code}</code>}
          </h3>
          <p>{end.message}</p>
          <p>
            <b>Fix</b> {end.fix}
          </p>
        </section>
      )}
      <section className="fault-receipts" aria-labelledby="fault-receipts-heading">
        <h3 id="fault-receipts-heading">Receipts</h3>
        <ReceiptsTable receipts={receipts} />
      </section>
    </div>
  );
}
