import type { RunRecord } from '../wire/run-record.js';
import { inSeconds } from './in-seconds.js';
import { stepText } from './step-text.js';
import './timeline-list.css';

/** What happens in a run, line by line as it happens. */
export function TimelineList({ record }: { readonly record: RunRecord }) {
  return (
    <ol className="timeline-list" data-phase={record.phase}>
      {record.steps.map((step, index) => {
        const { what, why } = stepText(step);
        const isDone = step.type === 'ended' && step.end.how === 'completed';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
          <li key={index} data-type={isDone ? 'done' : step.type}>
            <time>{inSeconds(step.atMs)}</time>
            <span>
              {what}
              {why !== undefined && <small>{why}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
