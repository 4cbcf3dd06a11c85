import { type FaultCase, type FaultRow, faultTable } from '@farebox/simulator/fault-table';
import { useState } from 'react';
import { TimelineChart } from '../timeline/timeline-chart.js';
import { FaultList } from './fault-list.js';
import { FaultOutcome } from './fault-outcome.js';
import { isUnderWay } from './fault-run.js';
import { FaultTimeline } from './fault-timeline.js';
import './faults-panel.css';
import { WireView } from '../wire/wire-view.js';
import { useFaultRun } from './use-fault-run.js';
import { VerdictTable } from './verdict-table.js';

/** A server that is overloaded once, then well: the fault that everybody meets. */
const firstRow = faultTable.find(({ number }) => number === 41) as FaultRow;
const firstCase = firstRow.cases.find(({ name }) => name === 'server-error-then-ok');

/** A fault, a call under it, and what is right. */
export function FaultsPanel() {
  const [row, setRow] = useState(firstRow);
  const [faultCase, setFaultCase] = useState(firstCase ?? (firstRow.cases[0] as FaultCase));
  const { run, start, stop, clear } = useFaultRun();

  const choose = (chosen: FaultRow, shape: FaultCase | undefined = chosen.cases[0]) => {
    if (shape === undefined) return;
    clear();
    setRow(chosen);
    setFaultCase(shape);
  };
  return (
    <div className="panel faults-panel">
      <FaultList chosen={row} onChoose={choose} />
      <div className="fault-detail">
        <div className="fault-title">
          <h2>
            <span>{row.number}</span> {row.title}
          </h2>
          <div className="fault-actions">
            <label className="fault-shape">
              <span className="visually-hidden">Shape of the fault</span>
              <select
                value={faultCase.name}
                disabled={row.cases.length === 1}
                onChange={({ target }) =>
                  choose(
                    row,
                    row.cases.find(({ name }) => name === target.value),
                  )
                }
              >
                {row.cases.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            {isUnderWay(run) ? (
              <button type="button" className="primary stop" onClick={stop}>
                Stop the run
              </button>
            ) : (
              <button type="button" className="primary" onClick={() => start(faultCase)}>
                Run the fault
              </button>
            )}
          </div>
        </div>
        <FaultScript faultCase={faultCase} />
        {run.record.phase !== 'idle' && <TimelineChart record={run.record} />}
        <div className="fault-columns">
          <FaultTimeline run={run} />
          <VerdictTable faultCase={faultCase} run={run} />
        </div>
        <FaultOutcome run={run} />
        {run.record.replies.length > 0 && (
          <section aria-labelledby="fault-wire-heading">
            <h3 id="fault-wire-heading">On the wire</h3>
            <WireView record={run.record} />
          </section>
        )}
        <p className="hint">
          A real <code>ChatClient</code> makes the call; the simulator fails in the page, network
          faults too. Waits between attempts take their real time. The clocks are short here, a
          second instead of a minute, so a stall does not take one. All is seeded: the same fault
          runs the same way each time.
        </p>
      </div>
    </div>
  );
}

/** What the simulator is told, as a test would tell it. */
function FaultScript({
  faultCase: { script, request, client },
}: {
  readonly faultCase: FaultCase;
}) {
  const asked = Object.keys(request ?? {}).map((name) => {
    return name === 'stream' ? 'one JSON reply is asked for' : `with ${name}`;
  });
  const beside = client === undefined ? asked : [...asked, `the caller: ${client}`];
  return (
    <p className="fault-script">
      <code>simulate({`{ faults: ${JSON.stringify(script)} }`})</code>
      {beside.length > 0 && <span>{beside.join(', ')}</span>}
    </p>
  );
}
