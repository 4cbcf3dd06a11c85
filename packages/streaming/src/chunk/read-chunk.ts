import type {
  ChatCompletionChunk,
  ChatCompletionMessage,
  ChunkChoice,
  FinishReason,
  ProviderProfile,
} from '@farebox/core';
import { checkDelta, checkLogprobs } from './check-delta.js';
import { joinParts } from './content-parts.js';
import { malformed } from './malformed.js';

/** More choices or tool calls than any provider allows: an index beyond is an attack or a defect. */
const maxIndex = 127;

/** One event's payload: a chunk, or the error that the provider reports in its place. */
export type Payload = { readonly chunk: ChatCompletionChunk } | { readonly error: unknown };

/**
 * Reads the JSON of one event and makes true what the types promise.
 *
 * A missing `delta` or `finish_reason` is filled in (an empty `finish_reason` is none: some gateways
 * send it with every chunk), missing `choices` become none (Azure's filter results, pings), a whole
 * message becomes one delta; all other fields pass through. What else to put right is for the
 * provider's profile to say.
 *
 * @throws {ChatError} `protocol`; the message never has the payload.
 */
export function readChunk(
  data: string,
  eventName?: string,
  profile: ProviderProfile = {},
): Payload {
  if (eventName === 'error') return { error: reportedError(data) };
  const value = parse(data);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed('invalid-chunk', 'a part that is no JSON object');
  }
  const chunk = value as ChatCompletionChunk & { error?: unknown };
  if (chunk.error) return { error: chunk.error };
  chunk.object = 'chat.completion.chunk';
  chunk.choices ??= [];
  if (!Array.isArray(chunk.choices)) throw malformed('invalid-chunk', 'choices that are no list');
  for (const choice of chunk.choices) {
    readChoice(choice, profile);
    if ((choice.finish_reason as string) === 'error') return { error: finishError };
  }
  return { chunk };
}

const finishError = {
  code: 'finish_error',
  message: 'The answer ended with finish_reason "error".',
};

function readChoice(
  choice: ChunkChoice & { message?: ChatCompletionMessage },
  { finishReasons, contentParts }: ProviderProfile,
): void {
  if (typeof choice !== 'object' || choice === null) {
    throw malformed('invalid-chunk', 'a choice that is no object');
  }
  if (choice.message != null) toDelta(choice, choice.message);
  choice.index ??= 0;
  choice.delta ??= {};
  choice.finish_reason ||= null;
  checkIndex('choice', choice.index);
  if (choice.finish_reason !== null && typeof choice.finish_reason !== 'string') {
    throw malformed('invalid-chunk', 'a finish_reason that is no text');
  }
  if (choice.finish_reason !== null && finishReasons !== undefined) {
    const [word = ''] = choice.finish_reason.split(':', 1);
    const known = [choice.finish_reason, word].find((own) => Object.hasOwn(finishReasons, own));
    if (known !== undefined) choice.finish_reason = finishReasons[known] as FinishReason;
  }
  if (contentParts) joinParts(choice.delta as Record<string, unknown>);
  checkDelta(choice.delta);
  if (choice.logprobs) checkLogprobs(choice.logprobs);
}

/** A JSON reply has whole messages: each becomes the one delta of its choice. */
function toDelta(choice: ChunkChoice & { message?: unknown }, message: ChatCompletionMessage) {
  const calls: unknown = message.tool_calls;
  choice.delta = { ...message } as ChunkChoice['delta'];
  if (Array.isArray(calls)) {
    choice.delta.tool_calls = calls.map((call, index) => ({ index, ...call }));
  }
  delete choice.message;
}

/** @throws {ChatError} `protocol` where an index could not be one. */
export function checkIndex(what: string, index: number): void {
  if (!Number.isInteger(index) || index < 0 || index > maxIndex) {
    const shown = typeof index === 'number' ? `${index}` : `a ${typeof index}`;
    throw malformed('invalid-index', `a ${what} index of ${shown}, outside 0 to ${maxIndex}`);
  }
}

/** What an event named `error` reports; some servers put plain text into it. */
function reportedError(data: string): unknown {
  try {
    const value = JSON.parse(data);
    return value?.error ?? value;
  } catch {
    return data;
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // No `cause`: the engine's message quotes the payload.
    throw malformed('invalid-json', 'a part that is not valid JSON');
  }
}
