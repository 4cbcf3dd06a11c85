import './fault-timeline.css';
import type { FaultRun, RunStep } from './fault-run.js';
import { endText, type StepText, stepText } from './step-text.js';
import { inSeconds } from './verdict.js';

/** What happens in a run, line by line as it happens. */
export function FaultTimeline({ run }: { readonly run: FaultRun }) {
  const end = endText(run);
  return (
    <section className="fault-timeline" aria-labelledby="fault-timeline-heading">
      <h4 id="fault-timeline-heading">What happens</h4>
      {run.phase === 'idle' && (
        <p className="hint">Each attempt, each wait and its reason appear here as they happen.</p>
      )}
      {run.phase === 'loading' && <p className="hint">Loading the simulator</p>}
      {run.phase !== 'idle' && run.phase !== 'loading' && (
        <ol data-phase={run.phase}>
          {run.steps.map((step) => (
            <Line key={keyOf(step)} type={step.type} atMs={step.atMs} text={stepText(step)} />
          ))}
          {end !== undefined && <Line type={run.end === 'completed' ? 'done' : 'end'} text={end} />}
        </ol>
      )}
      <p className="visually-hidden" role="status">
        {end?.what}
      </p>
    </section>
  );
}

interface LineProps {
  readonly type: RunStep['type'] | 'done' | 'end';
  readonly atMs?: number;
  readonly text: StepText;
}

function Line({ type, atMs, text: { what, why } }: LineProps) {
  return (
    <li data-type={type}>
      <time>{atMs === undefined ? '' : inSeconds(atMs)}</time>
      <span>
        {what}
        {why !== undefined && <small>{why}</small>}
      </span>
    </li>
  );
}

function keyOf(step: RunStep): string {
  if (step.type === 'settled') return `settled ${step.receipt.attempt}`;
  if (step.type === 'acted') return step.what;
  return step.type === 'text' ? 'text' : `${step.type} ${step.attempt}`;
}
