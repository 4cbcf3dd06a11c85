import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const refusalOf = (request: Record<string, unknown>) => errorOf(ask(simulate(), request));
const reasoning = { model: 'o4-mini', temperature: undefined };

describe('a reasoning model', () => {
  it.each([
    [
      'temperature',
      0,
      "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
      'unsupported_value',
    ],
    [
      'top_p',
      0.9,
      "Unsupported value: 'top_p' does not support 0.9 with this model. Only the default (1) value is supported.",
      'unsupported_value',
    ],
    [
      'presence_penalty',
      1,
      "Unsupported parameter: 'presence_penalty' is not supported with this model.",
      'unsupported_parameter',
    ],
    [
      'frequency_penalty',
      -1,
      "Unsupported parameter: 'frequency_penalty' is not supported with this model.",
      'unsupported_parameter',
    ],
    [
      'logit_bias',
      { 1: 1 },
      "Unsupported parameter: 'logit_bias' is not supported with this model.",
      'unsupported_parameter',
    ],
    [
      'stop',
      'x',
      "Unsupported parameter: 'stop' is not supported with this model.",
      'unsupported_parameter',
    ],
    [
      'max_tokens',
      9,
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'unsupported_parameter',
    ],
    [
      'prediction',
      { type: 'content', content: 'x' },
      "Unsupported parameter: 'prediction' is not supported with this model.",
      'unsupported_parameter',
    ],
    [
      'reasoning_effort',
      'minimal',
      "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model. Supported values are: 'low', 'medium', and 'high'.",
      'unsupported_value',
    ],
    [
      'verbosity',
      'low',
      "Unsupported value: 'verbosity' does not support 'low' with this model. Supported values are: 'medium'.",
      'unsupported_value',
    ],
  ])('refuses %s %j', async (param, value, message, code) => {
    expect(await refusalOf({ ...reasoning, [param]: value })).toEqual({
      status: 400,
      type: 'invalid_request_error',
      message,
      param,
      code,
    });
  });

  it('forbids log probabilities', async () => {
    expect(await refusalOf({ ...reasoning, logprobs: true })).toEqual({
      status: 403,
      type: 'invalid_request_error',
      message: 'You are not allowed to request logprobs from this model',
      param: null,
      code: null,
    });
  });

  it('takes every default spelt out, each of its efforts, and a ceiling', async () => {
    for (const effort of ['low', 'medium', 'high', null]) {
      const { status } = await ask(simulate(), {
        model: 'o4-mini-2025-04-16',
        temperature: 1,
        top_p: 1,
        presence_penalty: 0,
        frequency_penalty: 0,
        logprobs: false,
        verbosity: 'medium',
        reasoning_effort: effort,
        max_completion_tokens: 10_000,
      });
      expect(status).toBe(200);
    }
  });
});

describe('a model that does not reason', () => {
  it('does not know reasoning_effort, not even none', async () => {
    for (const effort of ['none', 'medium']) {
      expect(await refusalOf({ model: 'gpt-4.1', reasoning_effort: effort })).toEqual({
        status: 400,
        type: 'invalid_request_error',
        message: 'Unrecognized request argument supplied: reasoning_effort',
        param: null,
        code: null,
      });
    }
  });

  it('has one verbosity', async () => {
    expect(await refusalOf({ verbosity: 'high' })).toMatchObject({
      message:
        "Unsupported value: 'verbosity' does not support 'high' with this model. Supported values are: 'medium'.",
    });
    expect((await ask(simulate(), { verbosity: 'medium' })).status).toBe(200);
  });
});

it('a model that is not served is a 404, whatever else is asked of it', async () => {
  expect(await refusalOf({ model: 'o9-mini', temperature: 0 })).toMatchObject({
    status: 404,
    code: 'model_not_found',
  });
});
