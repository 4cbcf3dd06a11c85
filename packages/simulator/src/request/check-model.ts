import type { ChatRequest } from '@farebox/core';
import { modelNames } from '../books/served-model.js';
import { isReasoningModel } from '../model/reasoning.js';
import { invalidRequest, type Refusal } from '../refusal/refusal.js';
import { oneOf } from './describe-value.js';

/**
 * Refuses what the model that was asked for does not take, as OpenAI does.
 *
 * Reasoning models take no sampling but the default, no penalties, bias, log probabilities, stop
 * sequences or predictions, and no `max_tokens`; the others no `reasoning_effort`. A model that is
 * not served is left to its 404.
 * @throws {Refusal} 400; 403 for log probabilities.
 */
export function checkModel(request: ChatRequest): void {
  if (!modelNames().includes(request.model)) return;
  if (isReasoningModel(request.model)) checkReasoningModel(request);
  else if (isSet(request.reasoning_effort)) {
    throw invalidRequest('Unrecognized request argument supplied: reasoning_effort', null, null);
  }
  const { verbosity } = request;
  if (isSet(verbosity) && verbosity !== 'medium' && !hasVerbosity(request.model)) {
    throw unsupportedValue('verbosity', `'${verbosity}'`, "Supported values are: 'medium'.");
  }
}

function checkReasoningModel(request: ChatRequest): void {
  if (isSet(request.max_tokens)) {
    throw unsupportedParameter('max_tokens', " Use 'max_completion_tokens' instead.");
  }
  for (const param of ['logit_bias', 'stop', 'prediction', 'parallel_tool_calls'] as const) {
    if (param === 'parallel_tool_calls' && !isOSeries(request.model)) continue;
    if (isSet(request[param])) throw unsupportedParameter(param);
  }
  for (const param of ['temperature', 'top_p'] as const) {
    const value = request[param] ?? 1;
    if (value === 1) continue;
    throw unsupportedValue(param, String(value), 'Only the default (1) value is supported.');
  }
  for (const param of ['presence_penalty', 'frequency_penalty'] as const) {
    if ((request[param] ?? 0) !== 0) throw unsupportedParameter(param);
  }
  if (request.logprobs === true) {
    throw invalidRequest(
      'You are not allowed to request logprobs from this model',
      null,
      null,
      403,
    );
  }
  const effort = request.reasoning_effort;
  const efforts = effortsOf(request.model);
  if (isSet(effort) && !efforts.includes(effort)) {
    const supported = `Supported values are: ${oneOf(efforts, 'and')}.`;
    throw unsupportedValue('reasoning_effort', `'${effort}'`, supported);
  }
}

/** The efforts a reasoning model has: they grew from the o series to GPT-5, and again after it. */
function effortsOf(model: string): readonly string[] {
  if (isOSeries(model)) return ['low', 'medium', 'high'];
  if (/^gpt-5(-|$)/.test(model)) return ['minimal', 'low', 'medium', 'high'];
  return ['none', 'low', 'medium', 'high', 'xhigh'];
}

function isOSeries(model: string): boolean {
  return /^o\d/.test(model);
}

function hasVerbosity(model: string): boolean {
  return isReasoningModel(model) && !isOSeries(model);
}

function unsupportedParameter(param: string, hint = ''): Refusal {
  return invalidRequest(
    `Unsupported parameter: '${param}' is not supported with this model.${hint}`,
    param,
    'unsupported_parameter',
  );
}

function unsupportedValue(param: string, value: string, supported: string): Refusal {
  return invalidRequest(
    `Unsupported value: '${param}' does not support ${value} with this model. ${supported}`,
    param,
    'unsupported_value',
  );
}

function isSet<Value>(value: Value): value is NonNullable<Value> {
  return value !== undefined && value !== null;
}
