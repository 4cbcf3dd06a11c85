import { useEffect, useId } from 'react';
import { CellEditor } from './cell-editor.js';
import { CellOutput } from './cell-output.js';
import './cell-panel.css';
import { useCell } from './use-cell.js';
import { useKeptText } from './use-kept-text.js';

interface CellPanelProps {
  readonly name: string;
  /** The code as it ships, to which Reset goes back. */
  readonly source: string;
  /** What it prints as it ships; shown until it is run. */
  readonly expected: { readonly text: string };
  /** It has run to its end, which may be an error. */
  readonly onEnd: () => void;
}

/** Code to change and to run, and what came of it. */
export function CellPanel({ name, source, expected, onEnd }: CellPanelProps) {
  const [text, setText] = useKeptText(source);
  const { cell, run, stop, clear } = useCell();
  const heading = useId();
  const hasEnded = cell.phase === 'done' || cell.phase === 'failed';
  useEffect(() => {
    if (hasEnded) onEnd();
  }, [hasEnded, onEnd]);
  const reset = () => {
    setText(source);
    clear();
  };
  return (
    <section className="cell panel" aria-labelledby={heading}>
      <div className="cell-head">
        <h3 id={heading}>{name}</h3>
        <div className="cell-actions">
          <button type="button" className="quiet" onClick={reset}>
            Reset
          </button>
          {cell.phase === 'running' ? (
            <button type="button" className="primary stop" onClick={stop}>
              Stop
            </button>
          ) : (
            <button type="button" className="primary" onClick={() => run(text)}>
              Run <kbd>Ctrl Enter</kbd>
            </button>
          )}
        </div>
      </div>
      <CellEditor label={`Code: ${name}`} text={text} onText={setText} onRun={run} />
      <CellOutput name={name} cell={cell} expected={expected.text} />
    </section>
  );
}
