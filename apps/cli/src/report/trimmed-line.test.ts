import { expect, it } from 'vitest';
import { trimmedLine } from './trimmed-line.js';

const event = {
  type: 'context-trimmed',
  reason: 'window',
  leftOutTurns: 1,
  summarisedTurns: 0,
  promptTokens: 900,
  limitTokens: 1_000,
} as const;

it('says what is not sent any more, and how large the rest is', () => {
  expect(trimmedLine(event)).toBe(
    "farebox: the conversation no longer fits the model's window: the oldest turn is not sent any more (about 900 tokens of 1000)",
  );
  expect(trimmedLine({ ...event, leftOutTurns: 3, summarisedTurns: 3 })).toContain(
    'the oldest 3 turns are sent as a summary',
  );
});
