import type { Picodollars } from '@farebox/core';
import { shownUsd } from '../fare-box/shown-usd.js';
import type { Announcement } from './announcement.js';
import type { Setup } from './setup/setup.js';

interface RunActionsProps {
  readonly setup: Setup;
  readonly problem: string | undefined;
  readonly isUnderWay: boolean;
  /** Undefined until it is known. */
  readonly announcement: Announcement | undefined;
  readonly onStop: () => void;
}

export function RunActions({ setup, problem, isUnderWay, announcement, onStop }: RunActionsProps) {
  const count = setup.columns.length;
  const { reserves, refusal } = announcement ?? {};
  const warning = problem ?? refusal;
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
      <p className={warning === undefined ? 'hint' : 'hint run-problem'} role="status">
        {warning ?? (reserves !== undefined && <Reserved reserves={reserves} />)}
      </p>
    </div>
  );
}

function Reserved({ reserves }: { readonly reserves: Picodollars }) {
  if (reserves === 0n) return 'Sets nothing aside: it is free of charge';
  return (
    <>
      Sets aside <b>{shownUsd(reserves)}</b>, the most it can cost
    </>
  );
}
