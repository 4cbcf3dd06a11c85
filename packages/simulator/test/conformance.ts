// The same handler, asked the same things in every runtime: Node, Bun, Deno and a browser's page run this
// file as it is, against the built package. It prints one line of JSON: what each case saw, or how it failed.
import { virtualClock } from '@farebox/core/testing';
import { inspect, record, replay, type SimulateOptions, simulate } from '@farebox/simulator';

type Wire = Record<string, unknown>;

function open(options: SimulateOptions = {}) {
  const simulator = simulate({ seed: 7, ...options });
  return { simulator, fetch: simulator.fetch };
}

function ask(fetch: typeof globalThis.fetch, body: Wire = {}, init: RequestInit = {}) {
  return fetch('http://simulator/v1/chat/completions', {
    method: 'POST',
    ...init,
    headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string>) },
    body: JSON.stringify({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'Explain a for loop in two lines' }],
      ...body,
    }),
  });
}

const json = async (reply: Promise<Response>) => (await reply).json() as Promise<Wire>;

async function events(reply: Promise<Response>): Promise<string[]> {
  const text = await (await reply).text();
  return text.split('\n\n').filter(Boolean);
}

async function failure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'nothing failed';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

const tool = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather in a city',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
      additionalProperties: false,
    },
  },
};

const person = {
  type: 'json_schema',
  json_schema: {
    name: 'person',
    strict: true,
    schema: {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    },
  },
};

const user = (content: string) => [{ role: 'user', content }];

/** Each returns what it saw: it must be the same everywhere, to the last character. */
const cases: Record<string, () => Promise<unknown>> = {
  'a JSON reply with usage': async () => {
    const reply = await json(ask(open().fetch));
    return { ...reply, created: 0 };
  },
  'a stream, token by token, with obfuscation and usage': async () => {
    const body = { stream: true, stream_options: { include_usage: true } };
    const seen = await events(ask(open().fetch, body));
    return seen.map((event) => event.replace(/"created":\d+/, '"created":0'));
  },
  'temperature 1, three choices': async () => {
    const { choices } = await json(ask(open().fetch, { temperature: 1, n: 3 }));
    return choices;
  },
  'a seed of the request': async () => {
    const { choices } = await json(ask(simulate().fetch, { temperature: 1.5, seed: 11 }));
    return choices;
  },
  'log probabilities': async () => {
    const { choices } = await json(ask(open().fetch, { logprobs: true, top_logprobs: 3 }));
    return choices;
  },
  'bias, penalties, a stop sequence and a ceiling': async () => {
    const seen: unknown[] = [];
    for (const body of [
      { logit_bias: { '32': -100 } },
      { frequency_penalty: 1.5, presence_penalty: 1 },
      { stop: 'block' },
      { max_completion_tokens: 4 },
    ]) {
      seen.push((await json(ask(open().fetch, { temperature: 1, ...body }))).choices);
    }
    return seen;
  },
  'two tool calls at once': async () => {
    const messages = user('What is the weather in Paris and in Rome?');
    return (await json(ask(open().fetch, { messages, tools: [tool] }))).choices;
  },
  'a schema is kept to': async () => {
    const messages = user('Jason is 25 years old');
    return (await json(ask(open().fetch, { messages, response_format: person }))).choices;
  },
  'other letters than Latin': async () => {
    const messages = user('Say something about 漢字 and 😀, naïvely');
    return (await json(ask(open().fetch, { messages }))).choices;
  },
  'a malformed request, a wrong key, an unknown model and path': async () => {
    const { fetch } = open({ apiKeys: ['sk-conformance'] });
    const headers = { authorization: 'Bearer sk-conformance' };
    return [
      await json(ask(fetch)),
      await json(ask(fetch, { temperature: 99 }, { headers })),
      await json(ask(fetch, { model: 'gpt-99' }, { headers })),
      await json(fetch('http://simulator/v1/nothing')),
    ];
  },
  'the models': async () => json(open().fetch('http://simulator/v1/models')),
  'a cut, a reset, a rate limit, an error inside the stream': async () => {
    const { fetch } = open({
      faults: [
        { fault: 'cut', afterChunks: 3 },
        { fault: 'reset', afterChunks: 3 },
        { fault: 'rate-limit', retryAfterMs: 1500 },
        'error-event',
      ],
    });
    const body = { stream: true, stream_options: { include_obfuscation: false } };
    const count = async () => (await events(ask(fetch, body))).length;
    const cut = await count();
    const reset = (await failure(count())) !== 'nothing failed';
    const limited = await ask(fetch, body);
    const waits = limited.headers.get('retry-after-ms');
    await limited.text();
    return [cut, reset, limited.status, waits, (await events(ask(fetch, body))).at(-1)];
  },
  'an abort while reading': async () => {
    const { fetch, simulator } = open();
    const given = new AbortController();
    const reply = await ask(fetch, { stream: true }, { signal: given.signal });
    const reader = reply.body?.getReader();
    await reader?.read();
    given.abort(new Error('enough'));
    const reason = await failure(Promise.resolve(reader?.read()));
    return [reason, simulator.books.requests.map(({ ended, status }) => ({ ended, status }))];
  },
  'the books': async () => {
    const { fetch, simulator } = open();
    await (await ask(fetch, { stream: true })).text();
    await (await ask(fetch)).text();
    const [first, second] = simulator.books.requests;
    return [first?.usage, second?.usage, String(simulator.books.cost), simulator.books.costUsd];
  },
  'a pace on a clock of one’s own': async () => {
    const clock = virtualClock();
    const { fetch } = open({ clock, pace: { firstTokenMs: 400, tokensPerSecond: 50 } });
    const seen: number[] = [];
    let over = false;
    const reading = (async () => {
      const reply = await ask(fetch, { stream: true, max_completion_tokens: 5 });
      const reader = reply.body?.getReader();
      while ((await reader?.read())?.done === false) seen.push(clock.monotonicMs());
      over = true;
    })();
    // Time passes only while the reply waits for it, whatever else the runtime has to do.
    while (!over) {
      await new Promise((resolve) => setTimeout(resolve));
      await clock.advance(clock.pending > 0 ? 10 : 0);
    }
    await reading;
    return seen;
  },
  'limits on a clock of one’s own': async () => {
    const clock = virtualClock();
    const { fetch } = open({ clock, limits: { requestsPerMinute: 1 } });
    await (await ask(fetch)).text();
    const refused = await ask(fetch);
    const waitMs = Number(refused.headers.get('retry-after-ms'));
    await refused.text();
    await clock.advance(waitMs);
    return [refused.status, waitMs, (await ask(fetch)).status];
  },
  'the same key of idempotency': async () => {
    const { fetch, simulator } = open();
    const headers = { 'idempotency-key': 'one' };
    const first = await (await ask(fetch, {}, { headers })).text();
    const second = await (await ask(fetch, {}, { headers })).text();
    return [first === second, String(simulator.books.cost)];
  },
  'a script, a recording and its replay': async () => {
    const { fetch } = open({ answers: ['Scripted.'] });
    const inspected = inspect(fetch);
    const recorder = record(inspected.fetch);
    const live = await (await ask(recorder.fetch)).text();
    const again = await (await ask(replay(recorder.recording))).text();
    return [live === again, live.includes('Scripted.'), inspected.requests.map(({ body }) => body)];
  },
};

const seen: Wire = {};
for (const [name, run] of Object.entries(cases)) {
  seen[name] = await run().catch((error: unknown) => ({ failed: String(error) }));
}
console.log(JSON.stringify(seen));
