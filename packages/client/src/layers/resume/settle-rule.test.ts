import { getEventListeners } from 'node:events';
import { ChatError } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { playRow, views } from '../../fixtures/play-row.js';
import { scriptedProvider } from '../../fixtures/scripted-provider.js';
import { settleRows } from '../../fixtures/settle-rows.js';
import { expectPlayed, immediately, withTime } from '../../fixtures/test-settle-rule.js';
import { fetchTransport } from '../../transport/fetch-transport.js';
import { isResumable } from './resumable.js';
import { resume } from './resume.js';

/** Rows that end as they do without the layer; what it resumes has tests of its own. */
const untouched = settleRows.filter(({ expected: { delivered, kind } }) => {
  return (
    delivered !== true || !isResumable(new ChatError({ kind: kind ?? 'aborted', message: '' }))
  );
});

describe('the settle rule under resume', () => {
  it('most of the table is untouched', () => {
    expect(untouched.length).toBeGreaterThan(settleRows.length * 0.7);
  });

  it.each(untouched)('$name', async (row) => {
    for (const view of views) {
      const provider = scriptedProvider(row.replies);
      const clock = virtualClock({ settle: immediately });
      const controller = new AbortController();
      if (row.abortAtMs !== undefined) clock.after(row.abortAtMs, () => controller.abort());
      const { signal } = controller;
      const transport = fetchTransport({ fetch: provider.fetch });
      const context = { clock, signal, random: () => 0.5 };
      const more = [resume({ onTruncated: 'restart' })];
      const playing = playRow(row, transport, context, { view, layered: true, more });
      expectPlayed(row, await withTime(clock, playing));
      expect(provider.requests).toHaveLength(row.expected.requests ?? 1);
      expect(provider.open, 'replies that are still open').toBe(0);
      expect(clock.pending, 'timers left').toBe(0);
      expect(getEventListeners(signal, 'abort'), 'listeners left').toEqual([]);
    }
  });
});
