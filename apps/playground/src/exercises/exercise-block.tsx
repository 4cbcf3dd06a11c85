import { useEffect, useId, useMemo } from 'react';
import { CellEditor } from '../cell/cell-editor.js';
import { useCell } from '../cell/use-cell.js';
import { useKeptText } from '../cell/use-kept-text.js';
import { CheckList } from './check-list.js';
import { compileChecked } from './checked-source.js';
import './exercise-block.css';
import { exercises } from './exercises.js';
import { HintList } from './hint-list.js';
import { outcomeOf } from './outcome.js';

interface ExerciseBlockProps {
  /** Which exercise. */
  readonly name: string;
  /** What the reader starts with, and what Reset goes back to. */
  readonly source: string;
  readonly onPass: () => void;
}

/** A function to write, and checks that say what is right about it and what is not yet. */
export function ExerciseBlock({ name, source, onPass }: ExerciseBlockProps) {
  const exercise = exercises.find((each) => each.name === name);
  const [text, setText] = useKeptText(source);
  const adapt = useMemo(() => compileChecked.bind(undefined, name), [name]);
  const { cell, run, stop, clear } = useCell(adapt);
  const heading = useId();
  const outcome = outcomeOf(cell, exercise?.checks ?? 0);
  const hasPassed = outcome.phase === 'passed';
  useEffect(() => {
    if (hasPassed) onPass();
  }, [hasPassed, onPass]);
  if (exercise === undefined) return null;
  const reset = () => {
    setText(source);
    clear();
  };
  return (
    <section className="exercise panel" aria-labelledby={heading} data-phase={outcome.phase}>
      <div className="exercise-head">
        <h3 id={heading}>
          {exercise.title} <code>{name}</code>
        </h3>
        <div className="exercise-actions">
          <button type="button" className="quiet" onClick={reset}>
            Reset
          </button>
          {outcome.phase === 'checking' ? (
            <button type="button" className="primary stop" onClick={stop}>
              Stop
            </button>
          ) : (
            <button type="button" className="primary" onClick={() => run(text)}>
              Check <kbd>Ctrl Enter</kbd>
            </button>
          )}
        </div>
      </div>
      <CellEditor label={`Your ${name}`} text={text} onText={setText} onRun={run} />
      <CheckList cell={cell} outcome={outcome} afterwards={exercise.afterwards} />
      <HintList name={name} hints={exercise.hints} />
    </section>
  );
}
