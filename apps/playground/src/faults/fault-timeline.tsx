import { stepText } from '../timeline/step-text.js';
import { TimelineList } from '../timeline/timeline-list.js';
import type { FaultRun } from './fault-run.js';

/** What happens in a run; and for who cannot see it, how it ended, once. */
export function FaultTimeline({ run: { phase, record } }: { readonly run: FaultRun }) {
  const last = record.steps.at(-1);
  return (
    <section className="fault-timeline" aria-labelledby="fault-timeline-heading">
      <h3 id="fault-timeline-heading">What happens</h3>
      {phase === 'idle' && (
        <p className="hint">Each attempt, each wait and its reason appear here as they happen.</p>
      )}
      {phase === 'loading' && <p className="hint">Loading the simulator</p>}
      {phase === 'stopped' && record.phase === 'idle' && (
        <p className="hint">You stop the run before it has begun.</p>
      )}
      {record.phase !== 'idle' && <TimelineList record={record} />}
      {phase === 'broken' && <p className="hint">The page could not do it. Reload it.</p>}
      <p className="visually-hidden" role="status">
        {last?.type === 'ended' && stepText(last).what}
      </p>
    </section>
  );
}
