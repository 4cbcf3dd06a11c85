import { type FormEvent, useState } from 'react';
import './budget-field.css';
import { budgetProblem } from './budget-problem.js';
import type { FareBoxControls } from './use-fare-box.js';

interface BudgetFieldProps {
  readonly money: FareBoxControls;
  /** While a call is under way its limit stays as it was. */
  readonly disabled: boolean;
}

export function BudgetField({ money, disabled }: BudgetFieldProps) {
  const [text, setText] = useState(money.limitUsd);
  const problem = budgetProblem(text);
  const set = (event: FormEvent) => {
    event.preventDefault();
    if (problem === undefined) money.setLimitUsd(text);
  };
  return (
    <form className="budget-field" onSubmit={set}>
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
        />
        <button
          type="submit"
          disabled={disabled || problem !== undefined || text === money.limitUsd}
        >
          Set
        </button>
        <button type="button" disabled={disabled} onClick={money.empty}>
          Empty the box
        </button>
      </div>
      <p id="budget-problem" aria-live="polite">
        {problem}
      </p>
    </form>
  );
}
