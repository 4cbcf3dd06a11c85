import type { FaultCase } from '@farebox/simulator/fault-table';
import './verdict-table.css';
import type { FaultRun } from './fault-run.js';
import { agrees, verdict } from './verdict.js';

interface VerdictTableProps {
  readonly faultCase: FaultCase;
  readonly run: FaultRun;
}

/** What the table says is right, and a mark for each claim that the run has met. */
export function VerdictTable({ faultCase, run }: VerdictTableProps) {
  const lines = verdict(faultCase, run);
  const all = agrees(lines);
  return (
    <section className="fault-verdict" aria-labelledby="fault-verdict-heading">
      <h3 id="fault-verdict-heading">What is right</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Claim</span>
            </th>
            <th scope="col">The table</th>
            <th scope="col">This run</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ what, right, seen, agrees: fits }) => (
            <tr key={what} data-agrees={fits}>
              <th scope="row">{what}</th>
              <td>{right}</td>
              <td>
                {seen === undefined ? (
                  <span className="fault-unseen">not yet</span>
                ) : (
                  <>
                    <b aria-hidden="true">{fits ? '✓' : '✗'}</b>{' '}
                    <span className="fault-seen">{seen}</span>
                    <span className="visually-hidden">
                      {fits ? ', as it should' : ', which is wrong'}
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fault-agrees" data-agrees={all} role="status">
        {all === true && 'The run agrees with the table.'}
        {all === false && 'The run does not agree with the table.'}
      </p>
    </section>
  );
}
