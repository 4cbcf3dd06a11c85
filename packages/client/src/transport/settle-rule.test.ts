import { canaryKey } from '../fixtures/canary.js';
import { testSettleRule } from '../fixtures/test-settle-rule.js';
import { drain } from '../layers/drain.js';
import { fetchTransport } from './fetch-transport.js';

testSettleRule('fetchTransport', (fetch) => fetchTransport({ apiKey: canaryKey, fetch }));
testSettleRule('a drain of fetchTransport', (fetch) =>
  drain({ ms: 1 })(fetchTransport({ apiKey: canaryKey, fetch })),
);
