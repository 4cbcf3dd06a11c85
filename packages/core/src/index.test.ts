import { expect, test } from 'vitest';
import * as core from './index.js';

test('the root exports these values and no others, so that a name appears or goes on purpose', () => {
  expect(Object.keys(core).sort()).toEqual([
    'ChatError',
    'abortError',
    'assistant',
    'backoffDelays',
    'calculateCost',
    'decideRetry',
    'defaultRetryPolicy',
    'developer',
    'errorKinds',
    'exponential',
    'findModel',
    'findPrice',
    'formatMessages',
    'formatUsd',
    'fullJitter',
    'inputTokens',
    'invoice',
    'isChatError',
    'loadCatalogue',
    'namedWait',
    'newCallId',
    'parseUsd',
    'platformCode',
    'readUsage',
    'retryAfter',
    'stack',
    'system',
    'toUsd',
    'tool',
    'usageLeaves',
    'user',
    'utf8Length',
  ]);
});
