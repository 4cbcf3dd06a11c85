import type { FaultCase } from '@farebox/simulator/fault-table';
import { useRef, useState } from 'react';
import { AnswerColumn } from '../answer/answer-column.js';
import { goOnProblem, guessOf, questionOf } from '../call/asked-column.js';
import { isUnderWay } from '../call/call-state.js';
import { useRuns } from '../call/use-runs.js';
import { browserClock } from '../cell/browser-clock.js';
import { ConnectionField } from '../connection/connection-field.js';
import { moneyWords } from '../connection/offer.js';
import { displayText } from '../fare-box/display-text.js';
import { FareBoxPanel } from '../fare-box/fare-box-panel.js';
import { meterText } from '../fare-box/meter-text.js';
import { useFareBox } from '../fare-box/use-fare-box.js';
import { FaultField } from '../faults/fault-field.js';
import { faultyLine } from '../faults/faulty-line.js';
import { InspectPanel } from '../inspect/inspect-panel.js';
import { announcementOf } from './announcement.js';
import { CodePanel } from './code/code-panel.js';
import { pageLedgers } from './page-ledgers.js';
import { RunChooser } from './run-chooser.js';
import { columnName } from './setup/column-name.js';
import { SetupForm } from './setup-form.js';
import { setupProblem } from './setup-problem.js';
import { useSharedSetup } from './share/use-shared-setup.js';
import { useConnection } from './use-connection.js';
import { useDrafts } from './use-drafts.js';
import { useForm } from './use-form.js';
import './workbench-page.css';

/** Questions, their answers side by side, what each cost and what really happened. */
export function WorkbenchPage() {
  const { page, connection, onConnection, connect, provider, ...line } = useConnection();
  const { setup, notes, offer, onAction } = useForm(line.offer);
  const linkProblem = useSharedSetup((opened) => onAction({ type: 'load', setup: opened }));
  const isSimulated = connection.kind === 'simulator';
  const money = useFareBox(setup.budgetUsd, pageLedgers[isSimulated ? 'simulated' : 'real']);
  const { limit, spent, reserved } = money.fares;
  const [fault, setFault] = useState<FaultCase>();
  const runs = useRuns({
    columns: setup.columns,
    fareBox: money.fareBox,
    connect: isSimulated && fault !== undefined ? () => faultyLine(fault) : connect,
    clock: browserClock,
  });
  const problem = setupProblem(setup) ?? line.problem;
  const drafts = useDrafts(setup, offer?.prices, provider);
  const [chosen, setChosen] = useState(0);
  const answers = useRef<HTMLElement>(null);

  const columns = setup.columns.map((column, index) => {
    const call = runs.callOf(column);
    const asked = runs.askedOf(column);
    const name = setup.columns.length === 1 ? undefined : columnName(index);
    return { column, name, call, asked, guess: guessOf(call, asked) };
  });
  const underWay = columns.some(({ call }) => isUnderWay(call));
  const refused = columns.filter(({ call }) => call.phase === 'refused');
  const followed = Math.min(chosen, columns.length - 1);
  const inspected = columns.map(({ name = 'The run', call, asked }) => ({
    name,
    asked: asked && questionOf(asked, call),
    record: call.record,
    receipts: call.receipts,
  }));
  const draft = drafts.find(({ key }) => key === setup.columns[followed]?.key);
  const run = () => {
    if (offer === undefined) return;
    runs.runAll(setup, offer);
    answers.current?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <>
      <section className="page-head">
        <h1>Workbench</h1>
        <p>
          Every call pays before it rides: the most it can cost is set aside before it leaves, and a
          call that does not fit the budget stays here.
        </p>
        {linkProblem !== undefined && (
          <p className="run-problem" role="alert">
            {linkProblem}
          </p>
        )}
      </section>
      <div className="bench">
        <SetupForm
          setup={setup}
          onAction={onAction}
          offer={offer}
          notes={notes}
          problem={problem}
          isUnderWay={underWay}
          announcement={announcementOf(drafts)}
          left={limit - spent - reserved}
          onRun={run}
          onStop={runs.stop}
        >
          <ConnectionField connection={connection} onConnection={onConnection} page={page} />
          {isSimulated && <FaultField fault={fault} onFault={setFault} />}
        </SetupForm>
        <FareBoxPanel
          display={meterText(columns)}
          money={money}
          kind={offer && moneyWords(offer)}
          isUnderWay={underWay}
          refused={
            refused.length === 0
              ? undefined
              : {
                  needed: sumOf(refused.map(({ call }) => call.wanted)),
                  hasUnsent: refused.some(({ call }) => call.receipts.length === 0),
                }
          }
          onLimit={(budgetUsd) => onAction({ type: 'set', fields: { budgetUsd } })}
          onEmpty={() => {
            runs.clear();
            money.empty();
          }}
        />
        <section className="answers" data-count={columns.length} ref={answers} aria-label="Answers">
          {columns.map(({ column, name, call, asked, guess }) => (
            <AnswerColumn
              key={column.key}
              name={name}
              call={call}
              display={displayText(call, guess)}
              asked={asked}
              problem={asked && goOnProblem(asked, offer)}
              onAnswer={(results) => runs.answer(column, results)}
              onKeep={(messages) => onAction({ type: 'keep', messages })}
            />
          ))}
        </section>
        <section className="inspect" aria-label="What is behind it">
          <RunChooser count={columns.length} chosen={followed} onChoose={setChosen} />
          {inspected[followed] !== undefined && (
            <InspectPanel run={inspected[followed]} runs={inspected} receipts={money.receipts} />
          )}
          <CodePanel draft={draft} provider={provider} />
        </section>
      </div>
    </>
  );
}

/** Undefined where one of them is not known. */
function sumOf(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  return amounts.length === 0
    ? undefined
    : amounts.reduce((sum, amount) =>
        sum === undefined || amount === undefined ? undefined : sum + amount,
      );
}
