import type { ChatRequest } from '@farebox/core';
import { invalidRequest } from '../http/refusal.js';
import { checkToolMessages } from './check-tool-messages.js';

/**
 * Refuses what is well-formed in each field and wrong together, and what this model cannot do.
 *
 * A parameter that must change the answer and could not (a forced tool, a schema, sound) is a
 * 400, never ignored.
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
  if (request.tool_choice !== undefined && request.tools === undefined) {
    throw invalidRequest(
      "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
      'tool_choice',
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
  if (request.response_format?.type === 'json_schema') {
    throw invalidRequest(
      "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
      'response_format',
      null,
    );
  }
  const forcesTool = request.tool_choice !== 'auto' && request.tool_choice !== 'none';
  if (request.tool_choice !== undefined && forcesTool) throw unsupported('tool_choice');
  if (request.modalities?.includes('audio') === true) throw unsupported('modalities');
}

function unsupported(param: string) {
  return invalidRequest(
    `Unsupported parameter: '${param}' is not supported with this model.`,
    param,
    'unsupported_parameter',
  );
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
