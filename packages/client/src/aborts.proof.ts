import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { abortMany, unfinishedReply } from './fixtures/abort-many.js';
import { seededRandom } from './fixtures/seeded-random.js';
import { socketProvider } from './fixtures/socket-provider.js';
import { testAborts } from './fixtures/test-aborts.js';
import { fetchTransport } from './transport/fetch-transport.js';

testAborts('fetchTransport', 10_000, (baseURL) => fetchTransport({ baseURL }));

it('the heap does not grow with the number of aborted calls', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const provider = await socketProvider(unfinishedReply);
  const call = fetchTransport({ baseURL: provider.baseURL });
  const random = seededRandom(1);
  const heapAfter = async (count: number) => {
    await abortMany(call, provider, count, random);
    provider.requests.length = 0;
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  await heapAfter(2000);
  const before = await heapAfter(2000);
  const after = await heapAfter(6000);
  await provider.close();
  // 6,000 calls that each left one listener or timer behind would hold several megabytes.
  expect(after - before).toBeLessThan(1024 * 1024);
});
