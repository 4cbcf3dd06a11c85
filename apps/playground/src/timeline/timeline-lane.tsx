import { inSeconds } from './in-seconds.js';
import './timeline-lane.css';
import type { Lane } from './timeline-lanes.js';

interface TimelineLaneProps {
  readonly lane: Lane;
  readonly nowMs: number;
  /** Where a time is, as a share of the width. */
  readonly at: (ms: number) => string;
}

/** One attempt: a bar in three parts, a mark for each read, and the wait that follows. */
export function TimelineLane({ lane, nowMs, at }: TimelineLaneProps) {
  const { attempt, sentAtMs, headersAtMs, firstTokenAtMs, wait, outcome, readsAtMs } = lane;
  const endMs = lane.endedAtMs ?? Math.max(nowMs, sentAtMs);
  const headersMs = headersAtMs ?? endMs;
  const firstMs = Math.max(firstTokenAtMs ?? endMs, headersMs);
  const stretch = (fromMs: number, toMs: number) => ({
    left: at(fromMs),
    width: at(Math.max(toMs - fromMs, 0)),
  });
  const state = outcome === undefined ? 'open' : outcome === 'completed' ? 'done' : 'failed';
  return (
    <div className="timeline-lane" data-state={state}>
      <p>
        <b>Attempt {attempt}</b> <LaneFacts lane={lane} />
      </p>
      <div className="timeline-track">
        <i data-part="opening" style={stretch(sentAtMs, headersMs)} />
        {headersAtMs !== undefined && (
          <i data-part="thinking" style={stretch(headersMs, firstMs)} />
        )}
        {firstTokenAtMs !== undefined && <i data-part="answer" style={stretch(firstMs, endMs)} />}
        {readsAtMs.map((ms, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several reads can have one time
          <i key={index} data-part="read" style={{ left: at(ms) }} />
        ))}
        {lane.endedAtMs !== undefined && <i data-part="end" style={{ left: at(endMs) }} />}
        {wait !== undefined && (
          <i data-part={wait.asked ? 'asked' : 'backoff'} style={stretch(wait.fromMs, wait.toMs)} />
        )}
      </div>
    </div>
  );
}

function LaneFacts({ lane: { status, outcome, bytes, readCount, wait } }: { readonly lane: Lane }) {
  const facts = [
    ...(status === undefined ? [] : [`${status}`]),
    ...(readCount === 0
      ? []
      : [
          `${bytes.toLocaleString('en')} bytes in ${readCount} ${readCount === 1 ? 'read' : 'reads'}`,
        ]),
    ...(outcome === undefined ? [] : [outcome]),
  ];
  return (
    <>
      <span>{facts.join(' · ')}</span>
      {wait !== undefined && (
        <span className="timeline-wait" data-asked={wait.asked}>
          waits {inSeconds(wait.waitMs)}
        </span>
      )}
    </>
  );
}
