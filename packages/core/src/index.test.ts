import { expect, test } from 'vitest';
import * as core from './index.js';

test('the root exports these values and no others, so that a name appears or goes on purpose', () => {
  expect(Object.keys(core).sort()).toEqual([
    'ChatError',
    'assistant',
    'backoffDelays',
    'boundTokens',
    'calculateCost',
    'classifyErrorObject',
    'classifyResponse',
    'decideRetry',
    'defaultRetryPolicy',
    'developer',
    'errorKinds',
    'exponential',
    'findPrice',
    'formatMessages',
    'formatUsd',
    'fullJitter',
    'invoice',
    'isChatError',
    'leaves',
    'loadCatalogue',
    'maxCost',
    'namedWait',
    'newCallId',
    'parseUsd',
    'redact',
    'retryAfter',
    'stack',
    'system',
    'toUsd',
    'tool',
    'user',
    'utf8Length',
  ]);
});
