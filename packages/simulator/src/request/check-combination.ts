import type { ChatRequest } from '@farebox/core';
import { invalidRequest } from '../refusal/refusal.js';
import { checkParameters, checkResponseFormat } from './check-json-schema.js';
import { checkToolMessages } from './check-tool-messages.js';
import { checkTools } from './check-tools.js';

/**
 * Refuses what is well-formed in each field and wrong together.
 *
 * A schema outside the subset that answers can be made for is a 400, never ignored.
 * @throws {Refusal} 400.
 */
export function checkCombination(request: ChatRequest): void {
  checkToolMessages(request.messages);
  if (isSet(request.max_tokens) && isSet(request.max_completion_tokens)) {
    throw invalidRequest(
      "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
      'max_tokens',
      'invalid_parameter_combination',
    );
  }
  if (isSet(request.stream_options) && request.stream !== true) {
    throw invalidRequest(
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      'stream_options',
      null,
    );
  }
  if (
    request.response_format?.type === 'json_object' &&
    !/json/i.test(JSON.stringify(request.messages))
  ) {
    throw invalidRequest(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      'messages',
      null,
    );
  }
  checkTools(request);
  checkParameters(request);
  checkResponseFormat(request);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
