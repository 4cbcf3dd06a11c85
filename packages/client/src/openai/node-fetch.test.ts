import OpenAI from 'openai';
import { expect, it } from 'vitest';
import { canaryKey } from '../fixtures/canary.js';
import { request } from '../fixtures/fake-call.js';
import { socketProvider } from '../fixtures/socket-provider.js';
import { testLoopback } from '../fixtures/test-loopback.js';
import { completion } from '../fixtures/wire-events.js';
import { nodeFetch } from '../node/node-fetch.js';
import { fromOpenAI } from './from-openai.js';

const fetch = nodeFetch();

testLoopback('fromOpenAI with nodeFetch', (baseURL) =>
  fromOpenAI(new OpenAI({ apiKey: canaryKey, baseURL, fetch })),
);

it('nodeFetch serves the official client alone too', async () => {
  const headers = { 'content-type': 'application/json' };
  const provider = await socketProvider(() => ({ headers, body: [completion('Hello')] }));
  const client = new OpenAI({ apiKey: 'sk-example', baseURL: provider.baseURL, fetch });
  const reply = await client.chat.completions.create(request);
  expect(reply.choices[0]?.message.content).toBe('Hello');
  await provider.close();
});
