import type { Picodollars } from '@farebox/core';
import type { CSSProperties } from 'react';
import { barShares } from './bar-shares.js';
import './budget-bar.css';
import type { Fares } from './fare-box.js';
import { shownUsd } from './shown-usd.js';

/** The budget's no. */
export interface Refusal {
  /** What could have been spent at most; undefined where nobody can say. */
  readonly needed: Picodollars | undefined;
}

interface BudgetBarProps {
  readonly fares: Fares;
  readonly refused: Refusal | undefined;
}

export function BudgetBar({ fares, refused }: BudgetBarProps) {
  const { limit, spent, reserved } = fares;
  const shares = barShares(fares);
  const left = limit - spent - reserved;
  const lengths = { '--spent': shares.spent, '--reserved': shares.reserved } as CSSProperties;
  return (
    <div className="budget-bar">
      <meter className="visually-hidden" aria-label="Budget" value={shares.spent + shares.reserved}>
        {shownUsd(spent)} spent of {shownUsd(limit)}
      </meter>
      <div className="tube" aria-hidden="true" style={lengths}>
        <i className="spent" />
        <i className="reserved" />
        {refused !== undefined && <i className="refused" />}
      </div>
      <dl>
        <div>
          <dt>Spent</dt>
          <dd>{shownUsd(spent)}</dd>
        </div>
        {refused === undefined ? (
          <div className="is-reserved">
            <dt>Set aside</dt>
            <dd>{shownUsd(reserved)}</dd>
          </div>
        ) : (
          <div className="is-refused">
            <dt>Needed</dt>
            <dd>{refused.needed === undefined ? 'unknown' : shownUsd(refused.needed)}</dd>
          </div>
        )}
        <div>
          <dt>Left</dt>
          <dd>{shownUsd(left > 0n ? left : 0n)}</dd>
        </div>
      </dl>
    </div>
  );
}
