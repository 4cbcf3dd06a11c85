import { canaryKey } from '../fixtures/canary.js';
import { testSettleRule } from '../fixtures/test-settle-rule.js';
import { fetchTransport } from './fetch-transport.js';

testSettleRule('fetchTransport', (fetch) => fetchTransport({ apiKey: canaryKey, fetch }));
