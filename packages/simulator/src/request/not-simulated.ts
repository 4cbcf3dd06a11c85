import { invalidRequest } from '../refusal/refusal.js';
import type { FullRequest } from './full-request.js';

/** Something OpenAI does and the simulator does not. */
export interface NotSimulated {
  readonly param: string;
  readonly isAsked: (request: FullRequest) => boolean;
  readonly message: string;
  readonly code: string | null;
  /** Why not, in one clause. */
  readonly why: string;
}

const notWithThisModel = (param: string) => ({
  param,
  message: `Unsupported parameter: '${param}' is not supported with this model.`,
  code: 'unsupported_parameter',
});

/**
 * What is refused although OpenAI has it: it would change the answer or the bill, and here it
 * would not.
 */
export const notSimulated: readonly NotSimulated[] = [
  {
    param: 'web_search_options',
    isAsked: (request) => isSet(request, 'web_search_options'),
    message: 'Web search options not supported with this model.',
    code: null,
    why: 'there is no web to search',
  },
  {
    param: 'modalities',
    isAsked: ({ modalities }) => modalities?.includes('audio') === true,
    message:
      "Unsupported value: 'modalities' does not support 'audio' with this model. Supported values are: 'text'.",
    code: 'unsupported_value',
    why: 'it has no voice',
  },
  {
    ...notWithThisModel('audio'),
    isAsked: (request) => isSet(request, 'audio'),
    why: 'it has no voice',
  },
  {
    ...notWithThisModel('moderation'),
    isAsked: (request) => isSet(request, 'moderation'),
    why: 'it has no moderation model, whose scores the reply would carry',
  },
];

/** @throws {Refusal} 400 for the first of {@link notSimulated} that is asked for. */
export function checkSimulated(request: FullRequest): void {
  for (const { isAsked, message, param, code } of notSimulated) {
    if (isAsked(request)) throw invalidRequest(message, param, code);
  }
  for (const [index, message] of request.messages.entries()) {
    if (message.role !== 'assistant' || !isSet(message, 'audio')) continue;
    const param = `messages[${index}].audio.id`;
    throw invalidRequest(
      `Invalid '${param}': no such audio was generated.`,
      param,
      'invalid_value',
    );
  }
}

function isSet(holder: object, name: string): boolean {
  const value = Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : null;
  return value !== null && value !== undefined;
}
