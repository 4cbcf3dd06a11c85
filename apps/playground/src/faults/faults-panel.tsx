import { type FaultCase, type FaultRow, faultTable } from '@farebox/simulator/fault-table';
import { useState } from 'react';
import { TimelineChart } from '../timeline/timeline-chart.js';
import { FaultList } from './fault-list.js';
import { FaultOutcome } from './fault-outcome.js';
import { isUnderWay } from './fault-run.js';
import { FaultScript } from './fault-script.js';
import { FaultShape } from './fault-shape.js';
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
      <FaultList table={faultTable} chosen={row} onChoose={choose} />
      <div className="fault-detail">
        <div className="fault-title">
          <h2>
            <span>{row.number}</span> {row.title}
          </h2>
          <div className="fault-actions">
            <FaultShape
              row={row}
              chosen={faultCase.name}
              onChoose={(shape) => choose(row, shape)}
            />
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
