import { isChatError } from '@farebox/core';
import './fault-outcome.css';
import type { FaultRun } from './fault-run.js';
import { chargeText } from './step-text.js';

/** What a run leaves behind: what was delivered, the error, and a receipt for each attempt. */
export function FaultOutcome({ run }: { readonly run: FaultRun }) {
  const { text, toolCalls, end, receipts, phase } = run;
  if (phase === 'idle') return null;
  return (
    <div className="fault-outcome">
      <section aria-labelledby="fault-delivered-heading">
        <h4 id="fault-delivered-heading">Delivered</h4>
        {text === '' ? (
          <p className="hint">{toolCalls > 0 ? 'A call of get_weather.' : 'Nothing.'}</p>
        ) : (
          <pre className="fault-text">{text}</pre>
        )}
      </section>
      {isChatError(end) && (
        <section className="fault-error" aria-labelledby="fault-error-heading">
          <h4 id="fault-error-heading">
            {end.name} <code>{end.kind}</code> {end.code !== undefined && <code>{end.code}</code>}
          </h4>
          <p>{end.message}</p>
          <p>
            <b>Fix</b> {end.fix}
          </p>
        </section>
      )}
      <section className="fault-receipts" aria-labelledby="fault-receipts-heading">
        <h4 id="fault-receipts-heading">Receipts</h4>
        <ul>
          {receipts.map((receipt) => (
            <li key={receipt.id}>
              <b>{receipt.attempt}</b> {receipt.outcome}
              <span>{chargeText(receipt)}</span>
            </li>
          ))}
        </ul>
        {receipts.length === 0 && <p className="hint">None yet.</p>}
      </section>
    </div>
  );
}
