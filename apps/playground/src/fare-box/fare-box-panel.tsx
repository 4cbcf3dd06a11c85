import type { Picodollars } from '@farebox/core';
import { type CallState, isUnderWay } from '../call/call-state.js';
import { BudgetBar } from './budget-bar.js';
import { BudgetField } from './budget-field.js';
import type { DisplayText } from './display-text.js';
import { EarlierRides } from './earlier-rides.js';
import './fare-box-panel.css';
import { Ticket } from './ticket.js';
import type { FareBoxControls } from './use-fare-box.js';

interface FareBoxPanelProps {
  readonly call: CallState;
  readonly display: DisplayText;
  readonly money: FareBoxControls;
  /** What the last question could have cost at most. */
  readonly wanted: Picodollars | undefined;
}

export function FareBoxPanel({ call, display, money, wanted }: FareBoxPanelProps) {
  return (
    <section className="fare-box" aria-labelledby="fare-box-heading">
      <div className="machine">
        <h2 id="fare-box-heading">
          Fare box <small>simulated money</small>
        </h2>
        <div className="display" data-phase={call.phase}>
          <span>{display.label}</span>
          <strong>{display.amount}</strong>
          <span>{display.detail || '\u00a0'}</span>
        </div>
        <BudgetBar fares={money.fares} refused={call.phase === 'refused' ? wanted : undefined} />
        <BudgetField money={money} disabled={isUnderWay(call)} />
        <div className="slot" aria-hidden="true" />
      </div>
      <Ticket call={call} />
      <EarlierRides receipts={money.receipts} shown={call.receipts.at(-1)} />
    </section>
  );
}
