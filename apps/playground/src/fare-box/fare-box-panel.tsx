import { BudgetBar, type Refusal } from './budget-bar.js';
import { BudgetField } from './budget-field.js';
import type { DisplayText } from './display-text.js';
import './fare-box-panel.css';
import { Ticket } from './ticket.js';
import type { FareBoxControls } from './use-fare-box.js';

interface RefusedRuns extends Refusal {
  /** Whether one of them had sent nothing before. */
  readonly hasUnsent: boolean;
}

interface FareBoxPanelProps {
  readonly display: DisplayText;
  readonly money: FareBoxControls;
  /** Whose money it is; undefined until that is known. */
  readonly kind: string | undefined;
  readonly isUnderWay: boolean;
  /** Of the runs that were turned away; undefined where none was. */
  readonly refused: RefusedRuns | undefined;
  readonly onLimit: (limitUsd: string) => void;
  readonly onEmpty: () => void;
}

/** The page's money, as the machine that it is named after. */
export function FareBoxPanel(props: FareBoxPanelProps) {
  const { display, money, kind, isUnderWay, refused, onLimit, onEmpty } = props;
  const isRefused = refused !== undefined;
  return (
    <section className="fare-box" aria-labelledby="fare-box-heading">
      <div className="machine">
        <h2 id="fare-box-heading">
          Fare box <small>{kind}</small>
        </h2>
        <div
          className="display"
          data-state={isRefused ? 'refused' : display.label === 'Ready' ? 'idle' : 'on'}
        >
          <span>{display.label}</span>
          <strong>{display.amount}</strong>
          <span>{display.detail || '\u00a0'}</span>
        </div>
        <BudgetBar fares={money.fares} refused={refused} />
        <BudgetField
          limitUsd={money.limitUsd}
          disabled={isUnderWay}
          onLimit={onLimit}
          onEmpty={onEmpty}
        />
        <div className="slot" aria-hidden="true" />
      </div>
      <Ticket
        receipt={money.receipts.at(-1)}
        isRefused={refused?.hasUnsent === true && !isUnderWay}
      />
    </section>
  );
}
