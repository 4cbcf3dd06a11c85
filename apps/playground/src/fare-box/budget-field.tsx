import { type FormEvent, useEffect, useState } from 'react';
import './budget-field.css';
import { budgetProblem } from './budget-problem.js';

interface BudgetFieldProps {
  readonly limitUsd: string;
  /** While a call is under way its limit stays as it was. */
  readonly disabled: boolean;
  readonly onLimit: (limitUsd: string) => void;
  /** Begins again with nothing spent. */
  readonly onEmpty: () => void;
}

export function BudgetField({ limitUsd, disabled, onLimit, onEmpty }: BudgetFieldProps) {
  const [text, setText] = useState(limitUsd);
  // A preset or a link brings a limit of its own.
  useEffect(() => setText(limitUsd), [limitUsd]);
  const problem = budgetProblem(text);
  const set = () => {
    if (problem === undefined && text !== limitUsd) onLimit(text);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set();
  };
  return (
    <form className="budget-field" onSubmit={submit}>
      <label htmlFor="budget">Budget in dollars</label>
      <div>
        <input
          id="budget"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          disabled={disabled}
          aria-invalid={problem !== undefined}
          aria-describedby="budget-problem"
          onChange={({ target }) => setText(target.value)}
          // Who goes on to Run means what stands there.
          onBlur={set}
        />
        <button type="submit" disabled={disabled || problem !== undefined}>
          Set
        </button>
        <button type="button" disabled={disabled} onClick={onEmpty}>
          Empty the box
        </button>
      </div>
      <p id="budget-problem" aria-live="polite">
        {problem}
      </p>
    </form>
  );
}
