import { inSeconds } from './in-seconds.js';
import type { Lane } from './timeline-lanes.js';

/** What there is to see in a chart, and its name. */
export interface TimelineKey {
  readonly part: 'opening' | 'thinking' | 'answer' | 'backoff' | 'asked' | 'deadline';
  readonly text: string;
}

/** The key to a chart: what is in it, and nothing else. */
export function timelineKey(
  lanes: readonly Lane[],
  deadlineMs: number,
  endMs: number,
): readonly TimelineKey[] {
  const has = (test: (lane: Lane) => boolean | undefined) => lanes.some(test);
  const keys: readonly (TimelineKey | false)[] = [
    { part: 'opening', text: 'until headers' },
    has(({ headersAtMs }) => headersAtMs !== undefined) && {
      part: 'thinking',
      text: 'until the first token',
    },
    has(({ firstTokenAtMs }) => firstTokenAtMs !== undefined) && {
      part: 'answer',
      text: 'the answer, read by read',
    },
    has(({ wait }) => wait?.asked === false) && { part: 'backoff', text: 'backoff' },
    has(({ wait }) => wait?.asked) && { part: 'asked', text: 'asked for by the server' },
    Number.isFinite(deadlineMs) && {
      part: 'deadline',
      text: `deadline ${inSeconds(deadlineMs)}${deadlineMs > endMs ? ', beyond the edge' : ''}`,
    },
  ];
  return keys.filter((key) => key !== false);
}
