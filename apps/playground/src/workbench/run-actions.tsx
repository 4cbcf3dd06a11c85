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
  /** What the budget still has room for. */
  readonly left: Picodollars;
  readonly onStop: () => void;
}

/** Run and Stop, and what a click on Run will set aside, or why it will not. */
export function RunActions(props: RunActionsProps) {
  const { setup, problem, isUnderWay, announcement, left, onStop } = props;
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
        {warning ?? (reserves !== undefined && <Reserved reserves={reserves} left={left} />)}
      </p>
    </div>
  );
}

interface ReservedProps {
  readonly reserves: Picodollars;
  readonly left: Picodollars;
}

function Reserved({ reserves, left }: ReservedProps) {
  if (reserves === 0n) return 'Sets nothing aside: it is free of charge';
  return (
    <>
      Sets aside <b>{shownUsd(reserves)}</b>, the most it can cost
      {reserves > left && (
        <>
          ; the budget has <b>{shownUsd(left)}</b> left
        </>
      )}
    </>
  );
}
