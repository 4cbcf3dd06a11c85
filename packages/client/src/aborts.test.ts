import { testAborts } from './fixtures/test-aborts.js';
import { fetchTransport } from './transport/fetch-transport.js';

testAborts('fetchTransport', 1000, (baseURL) => fetchTransport({ baseURL }));
