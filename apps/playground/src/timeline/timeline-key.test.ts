import { expect, it } from 'vitest';
import { timelineKey } from './timeline-key.js';
import type { Lane } from './timeline-lanes.js';

const lane: Lane = { attempt: 1, sentAtMs: 0, readsAtMs: [], readCount: 0, bytes: 0 };
const partsOf = (...lanes: readonly Lane[]) =>
  timelineKey(lanes, Number.POSITIVE_INFINITY, 100).map(({ part }) => part);

it('names what is in the chart, and nothing else', () => {
  expect(partsOf(lane)).toEqual(['opening']);
  expect(partsOf(lane, { ...lane, headersAtMs: 5, firstTokenAtMs: 9 })).toEqual([
    'opening',
    'thinking',
    'answer',
  ]);
  const wait = { fromMs: 0, toMs: 1, waitMs: 1 };
  expect(partsOf({ ...lane, wait: { ...wait, asked: true } })).toEqual(['opening', 'asked']);
  expect(partsOf({ ...lane, wait: { ...wait, asked: false } })).toEqual(['opening', 'backoff']);
});

it('says of a deadline that is not in the chart that it is beyond it', () => {
  const textOf = (endMs: number) => timelineKey([lane], 60_000, endMs).at(-1)?.text;
  expect(textOf(1_000)).toBe('deadline 60 s, beyond the edge');
  expect(textOf(60_000)).toBe('deadline 60 s');
});
