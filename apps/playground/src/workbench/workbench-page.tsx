import type { FaultCase } from '@farebox/simulator/fault-table';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { AnswerColumn } from '../answer/answer-column.js';
import { isUnderWay } from '../call/call-state.js';
import { estimate } from '../call/estimate.js';
import { useRuns } from '../call/use-runs.js';
import { browserClock } from '../cell/browser-clock.js';
import { ConnectionField } from '../connection/connection-field.js';
import { displayText } from '../fare-box/display-text.js';
import { FareBoxPanel } from '../fare-box/fare-box-panel.js';
import { meterText } from '../fare-box/meter-text.js';
import { useFareBox } from '../fare-box/use-fare-box.js';
import { FaultField } from '../faults/fault-field.js';
import { faultyLine } from '../faults/faulty-line.js';
import { InspectPanel } from '../inspect/inspect-panel.js';
import { CodePanel } from './code/code-panel.js';
import { firstSetup } from './presets.js';
import { RunChooser } from './run-chooser.js';
import { columnName } from './setup/column-name.js';
import { nextSetup } from './setup/next-setup.js';
import { SetupForm } from './setup-form.js';
import { setupProblem } from './setup-problem.js';
import { useSharedSetup } from './share/use-shared-setup.js';
import { useConnection } from './use-connection.js';
import { useDrafts } from './use-drafts.js';
import './workbench-page.css';

/** Questions, their answers side by side, what each cost and what really happened. */
export function WorkbenchPage() {
  const [setup, onAction] = useReducer(nextSetup, firstSetup);
  const linkProblem = useSharedSetup((opened) => onAction({ type: 'load', setup: opened }));
  const money = useFareBox(setup.budgetUsd);
  const [fault, setFault] = useState<FaultCase>();
  const { page, connection, onConnection, connect, ...line } = useConnection();
  const isSimulated = connection.kind === 'simulator';
  const runs = useRuns({
    fareBox: money.fareBox,
    connect: isSimulated && fault !== undefined ? () => faultyLine(fault) : connect,
    clock: browserClock,
  });
  const provider = useMemo(
    () => (line.provider === undefined ? {} : { provider: line.provider }),
    [line.provider],
  );
  const drafts = useDrafts(setup, { prices: line.prices, provider });
  const { firstModel } = line;
  useEffect(() => {
    if (firstModel !== undefined && !isSimulated)
      onAction({ type: 'set', fields: { model: firstModel } });
  }, [firstModel, isSimulated]);
  const [chosen, setChosen] = useState(0);
  const answers = useRef<HTMLElement>(null);

  const columns = setup.columns.map((column, index) => {
    const call = runs.callOf(column);
    const asked = runs.askedOf(column);
    const guess =
      asked && isUnderWay(call)
        ? estimate(
            line.prices,
            asked.setup.model,
            [...asked.asking.messages, ...call.said],
            call.text,
            Date.now(),
          )
        : undefined;
    const name = setup.columns.length === 1 ? undefined : columnName(index);
    return { column, name, call, asked, guess };
  });
  const underWay = columns.some(({ call }) => isUnderWay(call));
  const refused = columns.filter(({ call }) => call.phase === 'refused');
  const followed = Math.min(chosen, columns.length - 1);
  const inspected = columns.map(({ name = 'The run', call, asked }) => ({
    name,
    model: asked?.setup.model ?? setup.model,
    messages: [...(asked?.asking.messages ?? []), ...call.said],
    record: call.record,
    receipts: call.receipts,
  }));
  const draft = drafts.find(({ key }) => key === setup.columns[followed]?.key);
  const run = () => {
    runs.runAll(setup);
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
          models={line.models}
          problem={setupProblem(setup) ?? line.problem}
          isUnderWay={underWay}
          reserves={sumOf(drafts.map(({ reserves }) => reserves))}
          onRun={run}
          onStop={runs.stop}
        >
          <ConnectionField connection={connection} onConnection={onConnection} page={page} />
          {isSimulated && <FaultField fault={fault} onFault={setFault} />}
        </SetupForm>
        <FareBoxPanel
          display={meterText(columns)}
          money={money}
          isUnderWay={underWay}
          refused={
            refused.length === 0
              ? undefined
              : { needed: sumOf(refused.map(({ call }) => call.wanted)) }
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
