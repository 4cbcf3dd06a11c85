import { malformed } from './malformed.js';

const texts = ['content', 'refusal', 'reasoning', 'reasoning_content'];

/**
 * Holds a delta to what its parts are put together from: text that is text, lists that are lists.
 *
 * Passed through, an object in the place of text would be glued on as `[object Object]`, or throw
 * where it brings a `toString` of its own.
 *
 * @throws {ChatError} `protocol`; unknown fields may be anything.
 */
export function checkDelta(delta: unknown): void {
  const fields = asObject(delta, 'a delta');
  for (const name of texts) checkText(fields[name], name);
  if (fields.tool_calls != null) checkToolCalls(fields.tool_calls);
  if (fields.function_call) checkFunction(fields.function_call, 'a function call');
  if (fields.audio) {
    const { data, transcript } = asObject(fields.audio, 'audio');
    checkText(data, 'audio data');
    checkText(transcript, 'a transcript');
  }
}

/** @throws {ChatError} `protocol` for log probabilities that are no lists. */
export function checkLogprobs(logprobs: unknown): void {
  const { content, refusal } = asObject(logprobs, 'log probabilities');
  for (const list of [content, refusal]) {
    if (list && !Array.isArray(list)) {
      throw malformed('invalid-chunk', 'log probabilities that are no list');
    }
  }
}

function checkToolCalls(calls: unknown): void {
  if (!Array.isArray(calls)) throw malformed('invalid-chunk', 'tool calls that are no list');
  for (const call of calls) {
    const { function: called, custom } = asObject(call, 'a tool call');
    if (called) checkFunction(called, 'the function of a tool call');
    if (custom) checkFunction(custom, 'a custom tool call');
  }
}

function checkFunction(value: unknown, what: string): void {
  const called = asObject(value, what);
  checkText(called.name, `the name of ${what}`);
  checkText(called.arguments ?? called.input, `the arguments of ${what}`);
}

function checkText(value: unknown, what: string): void {
  if (value != null && typeof value !== 'string') {
    throw malformed('invalid-chunk', `${what} that is no text`);
  }
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw malformed('invalid-chunk', `${what} that is no object`);
}
