import { testAborts } from './fixtures/test-aborts.js';
import { drain } from './layers/drain.js';
import { fetchTransport } from './transport/fetch-transport.js';

testAborts('fetchTransport', 1000, (baseURL) => fetchTransport({ baseURL }));
testAborts('a drain of fetchTransport', 500, (baseURL) =>
  drain({ ms: 20 })(fetchTransport({ baseURL })),
);
