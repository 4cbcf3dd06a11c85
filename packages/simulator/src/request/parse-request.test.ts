import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const say = (message: Record<string, unknown>) => ({ messages: [message] });
const user = { role: 'user', content: 'Hi' };
const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } };

/** What is sent, and the message, `param` and `code` that must come back. */
const malformed: [Record<string, unknown>, string, string | null, string | null][] = [
  [
    { temperature: 99 },
    "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 99 instead.",
    'temperature',
    'decimal_above_max_value',
  ],
  [
    { temperature: -1 },
    "Invalid 'temperature': decimal below minimum value. Expected a value >= 0, but got -1 instead.",
    'temperature',
    'decimal_below_min_value',
  ],
  [
    { temperature: 'hot' },
    "Invalid type for 'temperature': expected a decimal, but got a string instead.",
    'temperature',
    'invalid_type',
  ],
  [
    { top_p: 1.1 },
    "Invalid 'top_p': decimal above maximum value. Expected a value <= 1, but got 1.1 instead.",
    'top_p',
    'decimal_above_max_value',
  ],
  [
    { n: 0 },
    "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
    'n',
    'integer_below_min_value',
  ],
  [
    { n: 129 },
    "Invalid 'n': integer above maximum value. Expected a value <= 128, but got 129 instead.",
    'n',
    'integer_above_max_value',
  ],
  [
    { n: 1.5 },
    "Invalid type for 'n': expected an integer, but got a decimal instead.",
    'n',
    'invalid_type',
  ],
  [
    { presence_penalty: 2.1 },
    "Invalid 'presence_penalty': decimal above maximum value. Expected a value <= 2, but got 2.1 instead.",
    'presence_penalty',
    'decimal_above_max_value',
  ],
  [
    { frequency_penalty: -3 },
    "Invalid 'frequency_penalty': decimal below minimum value. Expected a value >= -2, but got -3 instead.",
    'frequency_penalty',
    'decimal_below_min_value',
  ],
  [
    { stop: ['a', 'b', 'c', 'd', 'e'] },
    "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead.",
    'stop',
    'array_above_max_length',
  ],
  [
    { stop: 5 },
    "Invalid type for 'stop': expected one of a string or array of strings, but got an integer instead.",
    'stop',
    'invalid_type',
  ],
  [
    { max_completion_tokens: 0 },
    "Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= 1, but got 0 instead.",
    'max_completion_tokens',
    'integer_below_min_value',
  ],
  [
    { max_tokens: 100_000 },
    'max_tokens is too large: 100000. This model supports at most 16384 completion tokens, whereas you provided 100000.',
    'max_tokens',
    'invalid_value',
  ],
  [
    { max_tokens: 5, max_completion_tokens: 5 },
    "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
    'max_tokens',
    'invalid_parameter_combination',
  ],
  [
    { messages: [] },
    "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
    'messages',
    'empty_array',
  ],
  [
    { messages: undefined },
    "Missing required parameter: 'messages'.",
    'messages',
    'missing_required_parameter',
  ],
  [
    { messages: 'Hi' },
    "Invalid type for 'messages': expected an array of objects, but got a string instead.",
    'messages',
    'invalid_type',
  ],
  [
    say({ content: 'Hi' }),
    "Missing required parameter: 'messages[0].role'.",
    'messages[0].role',
    'missing_required_parameter',
  ],
  [
    say({ role: 'robot', content: 'Hi' }),
    "Invalid value: 'robot'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.",
    'messages[0].role',
    'invalid_value',
  ],
  [
    say({ role: 'user' }),
    "Missing required parameter: 'messages[0].content'.",
    'messages[0].content',
    'missing_required_parameter',
  ],
  [
    say({ role: 'user', content: 7 }),
    "Invalid type for 'messages[0].content': expected one of a string or array of objects, but got an integer instead.",
    'messages[0].content',
    'invalid_type',
  ],
  [
    say({ role: 'user', content: [{ type: 'video' }] }),
    "Invalid value: 'video'. Supported values are: 'text', 'image_url', 'input_audio', and 'file'.",
    'messages[0].content[0].type',
    'invalid_value',
  ],
  [
    say({
      role: 'user',
      content: [{ type: 'image_url', image_url: { url: 'x', detail: 'huge' } }],
    }),
    "Invalid value: 'huge'. Supported values are: 'auto', 'low', 'high', and 'original'.",
    'messages[0].content[0].image_url.detail',
    'invalid_value',
  ],
  [
    say({ role: 'user', content: [{ type: 'text' }] }),
    "Missing required parameter: 'messages[0].content[0].text'.",
    'messages[0].content[0].text',
    'missing_required_parameter',
  ],
  [
    say({ ...user, mood: 'good' }),
    "Unknown parameter: 'messages[0].mood'.",
    'messages[0].mood',
    'unknown_parameter',
  ],
  [
    say({ ...user, name: 'a b' }),
    "Invalid 'messages[0].name': string does not match pattern. Expected a string that matches the pattern '^[^\\s<|\\\\/>]+$'.",
    'messages[0].name',
    'invalid_value',
  ],
  [
    { tools: [{ type: 'function', function: { name: 'a b' } }] },
    "Invalid 'tools[0].function.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
    'tools[0].function.name',
    'invalid_value',
  ],
  [
    { messages: [user, { role: 'tool', content: 'x', tool_call_id: 'call_1' }] },
    "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
    'messages.[1].role',
    null,
  ],
  [
    { messages: [user, { role: 'assistant', tool_calls: [call] }, user] },
    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: call_1",
    'messages',
    null,
  ],
  [{ temprature: 1 }, "Unknown parameter: 'temprature'.", 'temprature', 'unknown_parameter'],
  [
    { stream: 'yes' },
    "Invalid type for 'stream': expected a boolean, but got a string instead.",
    'stream',
    'invalid_type',
  ],
  [
    { stream_options: { include_usage: true } },
    "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
    'stream_options',
    null,
  ],
  [
    { service_tier: 'gold' },
    "Invalid value: 'gold'. Supported values are: 'auto', 'default', 'flex', 'scale', 'priority', and 'fast'.",
    'service_tier',
    'invalid_value',
  ],
  [
    { logit_bias: { 50256: 101 } },
    "Invalid 'logit_bias.50256': decimal above maximum value. Expected a value <= 100, but got 101 instead.",
    'logit_bias.50256',
    'decimal_above_max_value',
  ],
  [
    { response_format: { type: 'json_object' } },
    "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
    'messages',
    null,
  ],
  [
    { response_format: { type: 'xml' } },
    "Invalid value: 'xml'. Supported values are: 'text', 'json_object', and 'json_schema'.",
    'response_format.type',
    'invalid_value',
  ],
  [
    { tool_choice: 'auto' },
    "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
    'tool_choice',
    null,
  ],
  [
    { logprobs: true },
    "Unsupported parameter: 'logprobs' is not supported with this model.",
    'logprobs',
    'unsupported_parameter',
  ],
  [{ model: undefined }, 'you must provide a model parameter', null, null],
  [
    { model: 4 },
    "Invalid type for 'model': expected a string, but got an integer instead.",
    'model',
    'invalid_type',
  ],
];

describe('a malformed request', () => {
  it.each(malformed)('%j is refused in OpenAI’s words', async (request, message, param, code) => {
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
          { type: 'text', text: 'Look', prompt_cache_breakpoint: { mode: 'explicit' } },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AA', detail: 'low' } },
          { type: 'input_audio', input_audio: { data: 'AA', format: 'wav' } },
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

  it('may spell out null for every optional parameter', async () => {
    const names = ['temperature', 'top_p', 'n', 'max_tokens', 'stop', 'seed', 'stream', 'logprobs'];
    const nulls = Object.fromEntries(names.map((name) => [name, null]));
    expect((await ask(simulate(), nulls)).status).toBe(200);
  });
});
