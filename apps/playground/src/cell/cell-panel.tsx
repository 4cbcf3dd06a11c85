import { useState } from 'react';
import { CellEditor } from './cell-editor.js';
import { CellOutput } from './cell-output.js';
import './cell-panel.css';
import { firstCall } from './first-call.js';
import { useCell } from './use-cell.js';

/** The first call, to change and to run. */
export function CellPanel() {
  const [text, setText] = useState(firstCall);
  const { cell, run, stop, clear } = useCell();
  const reset = () => {
    setText(firstCall);
    clear();
  };
  return (
    <section className="cell" aria-labelledby="cell-heading">
      <div className="cell-head">
        <div>
          <h2 id="cell-heading">Your first call</h2>
          <p>
            Create a client, make a request, print the result. It is TypeScript: change it, and run
            it here.
          </p>
        </div>
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
      <div className="panel cell-body">
        <CellEditor text={text} onText={setText} onRun={() => run(text)} />
        <CellOutput cell={cell} />
      </div>
    </section>
  );
}
