import { canaryKey } from '../fixtures/canary.js';
import { testLoopback } from '../fixtures/test-loopback.js';
import { fetchTransport } from './fetch-transport.js';

testLoopback('fetchTransport', (baseURL) => fetchTransport({ apiKey: canaryKey, baseURL }));
