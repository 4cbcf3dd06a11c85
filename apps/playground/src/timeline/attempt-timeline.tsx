import type { RunRecord } from '../wire/run-record.js';
import './attempt-timeline.css';
import { TimelineChart } from './timeline-chart.js';
import { TimelineList } from './timeline-list.js';

/** What happens in a run, drawn as it happens and said in words. */
export function AttemptTimeline({ record }: { readonly record: RunRecord }) {
  if (record.phase === 'idle') {
    return (
      <p className="hint">Each attempt, each wait and its reason appear here as they happen.</p>
    );
  }
  return (
    <div className="attempt-timeline">
      <TimelineChart record={record} />
      <TimelineList record={record} />
    </div>
  );
}
