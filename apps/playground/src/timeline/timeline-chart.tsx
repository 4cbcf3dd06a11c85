import type { RunRecord } from '../wire/run-record.js';
import './timeline-chart.css';
import { timeScale } from './time-scale.js';
import { timelineKey } from './timeline-key.js';
import { TimelineLane } from './timeline-lane.js';
import { timelineLanes } from './timeline-lanes.js';
import { useNowMs } from './use-now-ms.js';

/** The attempts of a run as bars over time. The list beside it says the same in words. */
export function TimelineChart({ record }: { readonly record: RunRecord }) {
  const nowMs = useNowMs(record);
  const lanes = timelineLanes(record);
  const lastMs = lanes.reduce((last, { wait }) => Math.max(last, wait?.toMs ?? 0), nowMs);
  const { deadlineMs = Number.POSITIVE_INFINITY } = record;
  const { endMs, marksMs } = timeScale(lastMs);
  const at = (ms: number) => `${(100 * ms) / endMs}%`;
  const isNear = deadlineMs <= endMs;
  return (
    <div className="timeline-chart" aria-hidden="true">
      <div className="timeline-plot">
        {marksMs.map((ms) => (
          <i key={ms} className="timeline-rule" style={{ left: at(ms) }} />
        ))}
        {isNear && <i className="timeline-deadline" style={{ left: at(deadlineMs) }} />}
        {lanes.map((lane) => (
          <TimelineLane key={lane.attempt} lane={lane} nowMs={nowMs} at={at} />
        ))}
      </div>
      <div className="timeline-axis">
        {marksMs.map((ms) => (
          <span key={ms} style={{ left: at(ms) }}>
            {ms === 0 ? '0' : markText(ms)}
          </span>
        ))}
      </div>
      <ul className="timeline-key">
        {timelineKey(lanes, deadlineMs, endMs).map(({ part, text }) => (
          <li key={part} data-part={part}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

function markText(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${ms / 1000} s`;
}
