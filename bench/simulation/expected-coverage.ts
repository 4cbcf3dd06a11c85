import { drawnNames } from './scenario/fault-kit.ts';

const named = (kind: string, names: readonly string[]) => names.map((name) => `${kind}: ${name}`);

/** What thousands of seeds must have met, every one of them. */
export const expectedCoverage: readonly string[] = [
  ...named('fault', drawnNames),
  // `schema` is not thrown by a call without a schema, `content-filter` and `refusal` by no fault of
  // the kit, `context-length` by no short question, `store` by no ledger in memory.
  ...named('error', [
    'budget',
    'configuration',
    'authentication',
    'permission',
    'rate-limit',
    'quota',
    'connection',
    'timeout',
    'server',
    'protocol',
    'truncated',
    'bad-request',
    'not-found',
    'aborted',
  ]),
  ...named('gave up', [
    'not-retried',
    'delivered',
    'attempts',
    'retry-after',
    'deadline',
    'retry-quota',
    'budget',
  ]),
  ...named('code', [
    'headers',
    'first-chunk',
    'idle',
    'total',
    'unread',
    'circuit-open',
    'limiter',
    'never-fits',
    'no-room',
    'no-bound',
    'not-sent',
  ]),
  ...named('stream ends', ['completed', 'abandoned', 'aborted', 'failed']),
  ...named('call ends', ['completed', 'left', 'threw']),
  ...named('completed by', ['ask', 'read', 'slow', 'leave', 'stop-reading', 'chunks']),
  ...named('left by', ['leave']),
  ...named('event', ['attempt', 'wait', 'fallback', 'restart', 'continue']),
  ...named('aborted', [
    'before its start',
    'before it was sent',
    'in its headers',
    'before its content',
    'in its content',
    'between attempts',
    'at its end',
    'after its end',
  ]),
  ...named('upset', ['jump', 'suspend']),
  ...named('receipt', ['completed', 'abandoned', 'aborted', 'timeout', 'truncated', 'server']),
  ...named('drained', ['reported', 'bounded']),
  ...named('cost', ['reported', 'estimated', 'bounded', 'unknown']),
];
