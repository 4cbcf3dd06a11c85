import { useEffect, useRef, useState } from 'react';
import './hint-list.css';

interface HintListProps {
  readonly name: string;
  readonly hints: readonly string[];
}

/** Hints, revealed one by one; behind the last of them an answer, for those who want one. */
export function HintList({ name, hints }: HintListProps) {
  const [shown, setShown] = useState(0);
  const [answer, setAnswer] = useState<string>();
  const shownAnswer = useRef<HTMLPreElement>(null);
  // The button that was pressed for it is gone; whoever goes on by keyboard goes on from here.
  useEffect(() => {
    if (answer !== undefined) shownAnswer.current?.focus({ preventScroll: true });
  }, [answer]);
  const showAnswer = () =>
    void import('./right-answers.js').then(({ rightAnswers }) => setAnswer(rightAnswers[name]));
  return (
    <div className="hint-list">
      <div aria-live="polite">
        {shown > 0 && (
          <ol>
            {hints.slice(0, shown).map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ol>
        )}
        {answer !== undefined && (
          <pre tabIndex={-1} ref={shownAnswer}>
            {answer}
          </pre>
        )}
      </div>
      {shown < hints.length ? (
        <button type="button" onClick={() => setShown(shown + 1)}>
          {shown === 0 ? 'A hint' : 'Another hint'}{' '}
          <small>
            {shown + 1} of {hints.length}
          </small>
        </button>
      ) : (
        answer === undefined && (
          <button type="button" onClick={showAnswer}>
            Show an answer
          </button>
        )
      )}
    </div>
  );
}
