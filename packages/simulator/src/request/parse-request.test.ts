import type OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { ask, errorOf, textOf } from '../fixtures/ask.js';
import { png, wav } from '../fixtures/media.js';
import { type Simulator, simulate } from '../simulate.js';
import { call, malformed, say, user } from './fixtures/malformed.js';
import { malformedCombinations } from './fixtures/malformed-combinations.js';
import { malformedValues } from './fixtures/malformed-values.js';
import { parseJson } from './parse-json.js';
import { parseRequest } from './parse-request.js';

describe('a malformed request', () => {
  it.each(
    [...malformed, ...malformedValues, ...malformedCombinations].map(
      (row) => [JSON.stringify(row[0]).slice(0, 200), row] as const,
    ),
  )('%s is refused in OpenAI’s words', async (_, [request, message, param, code]) => {
    const error = await errorOf(ask(simulate(), request));
    expect(error).toEqual({ status: 400, type: 'invalid_request_error', message, param, code });
  });

  it('that is no JSON gets the hint about HTTP libraries', async () => {
    const response = simulate().fetch('http://simulator/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"model":',
    });
    const error = await errorOf(response);
    expect(error.message).toMatch(/^We could not parse the JSON body of your request\. \(HINT:/);
    expect(error).toMatchObject({ status: 400, param: null, code: null });
  });

  it('with a prompt over the context window is told both numbers', async () => {
    const content = 'word '.repeat(128_001);
    const error = await errorOf(ask(simulate(), say({ role: 'user', content })));
    expect(error.message).toMatch(
      /^This model's maximum context length is 128000 tokens\. However, your messages resulted in 1280\d\d tokens\./,
    );
    expect(error).toMatchObject({ param: 'messages', code: 'context_length_exceeded' });
  });
});

describe('a well-formed request', () => {
  it('may have every role and every kind of part', async () => {
    const messages = [
      { role: 'developer', content: [{ type: 'text', text: 'Be short.' }] },
      { role: 'system', content: 'Be kind.', name: 'rules' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look' },
          {
            type: 'image_url',
            image_url: { url: `data:image/png;base64,${png(8, 8)}`, detail: 'low' },
          },
          { type: 'input_audio', input_audio: { data: wav(10), format: 'wav' } },
          { type: 'file', file: { file_id: 'file-1' } },
        ],
      },
      { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }], tool_calls: [call] },
      { role: 'tool', content: 'done', tool_call_id: 'call_1' },
      { role: 'assistant', content: null, refusal: null },
      { role: 'function', name: 'old', content: null },
      user,
    ];
    expect((await ask(simulate(), { messages })).status).toBe(200);
  });

  it('may have every parameter at once that is simulated', async () => {
    const request: OpenAI.ChatCompletionCreateParams = {
      model: 'gpt-4.1-mini',
      messages: [user as OpenAI.ChatCompletionUserMessageParam],
      frequency_penalty: 0.1,
      logit_bias: { 1: 1 },
      logprobs: true,
      max_completion_tokens: 50,
      metadata: { team: 'docs' },
      modalities: ['text'],
      n: 2,
      parallel_tool_calls: false,
      presence_penalty: 0.1,
      prompt_cache_key: 'docs',
      prompt_cache_retention: '24h',
      response_format: { type: 'text' },
      safety_identifier: 'hashed',
      seed: 7,
      service_tier: 'flex',
      stop: ['\n\n\n'],
      store: true,
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
      temperature: 0.5,
      tool_choice: 'none',
      tools: [{ type: 'function', function: { name: 'f', strict: null } }],
      top_logprobs: 2,
      top_p: 0.9,
      user: 'ada',
      verbosity: 'medium',
    };
    expect((await ask(simulate(), { ...request })).status).toBe(200);
  });

  it('may spell out null for every optional parameter', async () => {
    const names = ['temperature', 'top_p', 'n', 'max_tokens', 'stop', 'seed', 'stream', 'logprobs'];
    const nulls = Object.fromEntries(names.map((name) => [name, null]));
    expect((await ask(simulate(), nulls)).status).toBe(200);
  });
});

it('requests are let in in the order in which they come, whether or not their schema is there', async () => {
  const texts = async (simulator: Simulator, requests: readonly Record<string, unknown>[]) =>
    Promise.all(requests.map((request) => textOf(ask(simulator, request))));
  for (let time = 0; time < 3; time++) {
    const simulator = simulate({ answers: ['first', 'second', 'third'] });
    expect(await texts(simulator, [{ top_p: 1 }, {}, { seed: 1 }])).toEqual([
      'first',
      'second',
      'third',
    ]);
  }
});

it.each([
  ['null', 'null'],
  ['[]', 'an array'],
  ['"x"', 'a string'],
  ['7', 'an integer'],
])('a body of %s is told to be an object', async (body, got) => {
  await expect(parseRequest(parseJson(body))).rejects.toThrow(
    `Invalid type for the request body: expected an object, but got ${got} instead.`,
  );
});

it.each(['__proto__', 'constructor', 'toString'])(
  '%s is no parameter, not anywhere',
  async (name) => {
    const message = '{"role":"user","content":"Hi"';
    const body = (top: string, inside: string) =>
      `{"model":"gpt-4o","messages":[${message}${inside}}]${top}}`;
    await expect(parseRequest(parseJson(body(`,"${name}":{}`, '')))).rejects.toThrow(
      `Unknown parameter: '${name}'.`,
    );
    await expect(parseRequest(parseJson(body('', `,"${name}":{}`)))).rejects.toThrow(
      `Unknown parameter: 'messages[0].${name}'.`,
    );
  },
);
