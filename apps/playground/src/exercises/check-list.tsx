import type { CellState } from '../cell/output.js';
import './check-list.css';
import type { Outcome } from './outcome.js';

interface CheckListProps {
  readonly cell: CellState;
  readonly outcome: Outcome;
  readonly afterwards: string;
}

/** What the reader's code printed, whether it runs at all, and what each check has to say. */
export function CheckList({ cell, outcome, afterwards }: CheckListProps) {
  const { lines, failure, why } = cell;
  const { phase, sentence, results } = outcome;
  return (
    <div className="check-list">
      <p className="check-state" role="status" data-phase={phase}>
        {sentence}
      </p>
      {lines.length > 0 && (
        <pre className="check-console">{lines.map(({ text }) => `${text}\n`)}</pre>
      )}
      {failure !== undefined && (
        <div className="check-failure">
          <p>
            <b>{failure.name}</b>
            {failure.line !== undefined && ` in line ${failure.line}`}: {failure.message}
          </p>
          {failure.fix !== undefined && <p>{failure.fix}</p>}
        </div>
      )}
      {why !== undefined && (
        <p className="check-failure">{why} Does something in the code go on without end?</p>
      )}
      {results.length > 0 && (
        <ul>
          {results.map(({ what, problem }) => (
            <li key={what} data-passed={problem === undefined}>
              <span className="visually-hidden">
                {problem === undefined ? 'Passed: ' : 'Not yet: '}
              </span>
              {what}
              {problem !== undefined && <p>{problem}</p>}
            </li>
          ))}
        </ul>
      )}
      {phase === 'passed' && <p className="check-afterwards">{afterwards}</p>}
    </div>
  );
}
