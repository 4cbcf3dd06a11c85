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

describe('efforts and verbosity', () => {
  it.each([
    ['gpt-5', 'none', "'minimal', 'low', 'medium', and 'high'"],
    ['gpt-5.1', 'minimal', "'none', 'low', 'medium', and 'high'"],
    ['gpt-5.1', 'xhigh', "'none', 'low', 'medium', and 'high'"],
    ['gpt-5.4', 'max', "'none', 'low', 'medium', 'high', and 'xhigh'"],
    ['gpt-6.1-sol', 'none', "'low', 'medium', 'high', 'xhigh', and 'max'"],
    ['gpt-5.2-chat-latest', 'high', "'medium'"],
  ])('%s refuses the effort %s and names the others', async (model, effort, supported) => {
    expect(await refusalOf({ model, temperature: 1, reasoning_effort: effort })).toEqual({
      status: 400,
      type: 'invalid_request_error',
      message: `Unsupported value: 'reasoning_effort' does not support '${effort}' with this model. Supported values are: ${supported}.`,
      param: 'reasoning_effort',
      code: 'unsupported_value',
    });
  });

  it('GPT-5 and later take every verbosity, their chat variants the usual one', async () => {
    for (const verbosity of ['low', 'medium', 'high']) {
      for (const model of ['gpt-5', 'gpt-5.6-luna', 'gpt-6-astra']) {
        const { status } = await ask(simulate(), { model, temperature: 1, verbosity });
        expect(status).toBe(200);
      }
      const { status } = await ask(simulate(), { model: 'gpt-5-chat-latest', verbosity });
      expect(status).toBe(verbosity === 'medium' ? 200 : 400);
    }
  });

  it('the chat variant of gpt-5 samples, and does not know reasoning_effort', async () => {
    const request = { model: 'gpt-5-chat-latest', temperature: 0.3, stop: 'x', max_tokens: 50 };
    expect((await ask(simulate(), request)).status).toBe(200);
    expect(await refusalOf({ ...request, reasoning_effort: 'medium' })).toMatchObject({
      message: 'Unrecognized request argument supplied: reasoning_effort',
    });
  });
});

describe('a model that may reason and does not', () => {
  const sampling = { temperature: 0.5, top_p: 0.9, logprobs: true };

  it('samples, from gpt-5.1 to 5.6, where it is told not to reason', async () => {
    for (const model of ['gpt-5.1', 'gpt-5.2', 'gpt-5.4-mini', 'gpt-5.5', 'gpt-5.6-sol']) {
      const request = { model, ...sampling, reasoning_effort: 'none' };
      expect((await ask(simulate(), request)).status).toBe(200);
    }
  });

  it('does not sample where it is told to reason or not told, nor as a gpt-6', async () => {
    for (const [model, effort] of [
      ['gpt-5.2', 'low'],
      ['gpt-5.2', undefined],
      ['gpt-5.5', undefined],
      ['gpt-5.6-sol', undefined],
      ['gpt-6-luna', 'none'],
    ]) {
      expect(await refusalOf({ model, temperature: 0.5, reasoning_effort: effort })).toMatchObject({
        status: 400,
        param: 'temperature',
      });
    }
  });
});
