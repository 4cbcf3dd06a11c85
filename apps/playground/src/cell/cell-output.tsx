import './cell-output.css';
import type { CellState } from './output.js';
import { ValueTree } from './value-tree.js';

interface CellOutputProps {
  readonly name: string;
  readonly cell: CellState;
  readonly expected: string;
}

/** What a cell printed, what it came to, and what went wrong; until it is run, what to expect. */
export function CellOutput({ name, cell, expected }: CellOutputProps) {
  const { phase, lines, result, failure, why } = cell;
  return (
    <section className="cell-output" aria-label={`Output: ${name}`}>
      <p className="cell-state" role="status" data-phase={phase}>
        {stateOf(cell)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="cell-console" tabIndex={0}>
        {phase === 'idle' && <pre className="cell-expected">{expected}</pre>}
        {lines.map(({ level, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <pre key={index} data-level={level}>
            {`${text}\n`}
          </pre>
        ))}
        {result !== undefined && (
          <div className="cell-result">
            <span aria-hidden="true">→ </span>
            <ValueTree value={result} />
          </div>
        )}
        {failure !== undefined && (
          <div className="cell-failure">
            <p>
              <b>{failure.name}</b>
              {failure.line !== undefined && ` in line ${failure.line}`}
            </p>
            <p>{failure.message}</p>
            {failure.fix !== undefined && <p className="cell-fix">{failure.fix}</p>}
          </div>
        )}
        {why !== undefined && <p className="cell-why">{why}</p>}
      </div>
    </section>
  );
}

function stateOf({ phase, tookMs }: CellState): string {
  switch (phase) {
    case 'idle':
      return 'Prints, when it is run';
    case 'running':
      return 'Running';
    case 'done':
      return `Done in ${((tookMs ?? 0) / 1000).toFixed(2)} s`;
    case 'failed':
      return 'Failed';
    case 'stopped':
      return 'Stopped';
  }
}
