import type { ChatRequest } from '@farebox/core';
import { modelNames } from '../books/served-model.js';
import { effortsOf, isOSeries, isReasoningModel } from '../catalogue/efforts.js';
import { isGptFrom } from '../catalogue/gpt-version.js';
import { invalidRequest, type Refusal } from '../refusal/refusal.js';
import { checkCaching } from './check-caching.js';
import { checkFunctionTools } from './check-function-tools.js';
import { oneOf } from './describe-value.js';
import type { FullRequest } from './full-request.js';

/**
 * Refuses what the model that was asked for does not take, as OpenAI does.
 *
 * Reasoning models take no sampling but the default, no penalties, bias, log probabilities, stop
 * sequences or predictions, and no `max_tokens`; gpt-5.1 to 5.6 sample where `none` is asked for. (OpenAI
 * also lets gpt-5.1 to 5.4 sample unasked, for `none` is their default; that this must be said is a rule
 * of ours.) The others take no `reasoning_effort`. A model that is not served is left to its 404.
 * Sources for sampling: github.com/vercel/ai issue 10932 (gpt-5.1), langchain-ai/langchain issue 35423
 * (gpt-5.2) and ax-llm/ax, whose model predicates say that GPT-6 has none.
 * @throws {Refusal} 400; 403 for log probabilities.
 */
export function checkModel(request: FullRequest): void {
  if (!modelNames().includes(request.model)) return;
  checkEffort(request);
  if (isReasoningModel(request.model)) checkReasoningModel(request);
  checkFunctionTools(request);
  const { verbosity } = request;
  if (isSet(verbosity) && verbosity !== 'medium' && !hasVerbosity(request.model)) {
    throw unsupportedValue('verbosity', `'${verbosity}'`, "Supported values are: 'medium'.");
  }
  checkCaching(request);
}

function checkEffort({ model, reasoning_effort: effort }: ChatRequest): void {
  if (!isSet(effort)) return;
  const efforts = effortsOf(model)?.values;
  if (efforts === undefined) {
    throw invalidRequest('Unrecognized request argument supplied: reasoning_effort', null, null);
  }
  if (efforts.includes(effort)) return;
  const supported = `Supported values are: ${oneOf(efforts, 'and')}.`;
  throw unsupportedValue('reasoning_effort', `'${effort}'`, supported);
}

function checkReasoningModel(request: ChatRequest): void {
  if (isSet(request.max_tokens)) {
    throw unsupportedParameter('max_tokens', " Use 'max_completion_tokens' instead.");
  }
  for (const param of ['logit_bias', 'stop', 'prediction', 'parallel_tool_calls'] as const) {
    if (param === 'parallel_tool_calls' && !isOSeries(request.model)) continue;
    if (isSet(request[param])) throw unsupportedParameter(param);
  }
  for (const param of ['presence_penalty', 'frequency_penalty'] as const) {
    if ((request[param] ?? 0) !== 0) throw unsupportedParameter(param);
  }
  if (samples(request)) return;
  for (const param of ['temperature', 'top_p'] as const) {
    const value = request[param] ?? 1;
    if (value === 1) continue;
    throw unsupportedValue(param, String(value), 'Only the default (1) value is supported.');
  }
  if (request.logprobs === true) {
    throw invalidRequest(
      'You are not allowed to request logprobs from this model',
      null,
      null,
      403,
    );
  }
}

/** Whether a model that can reason does not, and may be asked to sample otherwise. */
function samples({ model, reasoning_effort: effort }: ChatRequest): boolean {
  return effort === 'none' && !isGptFrom(model, 6);
}

function hasVerbosity(model: string): boolean {
  return isReasoningModel(model) && !isOSeries(model) && !model.includes('-codex');
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
