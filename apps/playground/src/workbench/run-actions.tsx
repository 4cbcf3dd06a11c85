import type { Picodollars } from '@farebox/core';
import { shownUsd } from '../fare-box/shown-usd.js';
import type { Setup } from './setup/setup.js';

interface RunActionsProps {
  readonly setup: Setup;
  readonly problem: string | undefined;
  readonly isUnderWay: boolean;
  readonly reserves: Picodollars | undefined;
  readonly onStop: () => void;
}

export function RunActions({ setup, problem, isUnderWay, reserves, onStop }: RunActionsProps) {
  const count = setup.columns.length;
  return (
    <div className="run-actions">
      {/* Two buttons, not one that changes: a click on Stop would end as a submit of what became Run. */}
      {isUnderWay ? (
        <button key="stop" type="button" className="primary stop" onClick={onStop}>
          {count === 1 ? 'Stop' : 'Stop all'}
        </button>
      ) : (
        <button key="run" type="submit" className="primary" disabled={problem !== undefined}>
          {count === 1 ? 'Run' : `Run all ${count}`}
          <kbd>Ctrl ↵</kbd>
        </button>
      )}
      <p className={problem === undefined ? 'hint' : 'hint run-problem'} role="status">
        {problem ?? <Reserved reserves={reserves} />}
      </p>
    </div>
  );
}

function Reserved({ reserves }: Pick<RunActionsProps, 'reserves'>) {
  if (reserves === undefined) return 'What it can cost at most is not known: a budget refuses it.';
  return (
    <>
      Sets aside <b>{shownUsd(reserves)}</b>, the most it can cost
    </>
  );
}
