import type { AssistantMessage, ChatCompletionMessage, ToolCall } from '@farebox/core';

/** A reply as a conversation keeps it: of its sound, all but the sound. */
export interface KeptReply extends Omit<AssistantMessage, 'audio'> {
  audio?: { id: string; transcript?: string; expires_at?: number } | null;
  reasoning_content?: string;
}

export interface SendBackOptions {
  /** Wall-clock time in milliseconds since 1970. */
  readonly nowMs: number;
  /** Calls of tools go back only if their id is in here; default: all of them. */
  readonly answeredCalls?: ReadonlySet<string> | undefined;
  /** Whether reasoning goes back: only in a turn that called tools. Default false. */
  readonly withReasoning?: boolean | undefined;
}

/** In place of a reply without a word: Anthropic refuses an empty text (400, "text content blocks must be non-empty"). */
export const noAnswer = '[no answer]';

/**
 * A reply as the message that providers take back in a later request.
 *
 * Not the reply as it came, for each of these is a 400 somewhere:
 * - Fields that are no part of a request (`annotations`, `reasoning`, a `refusal` of null) stay out.
 * - `reasoning_content` stays out: deepseek-reasoner refuses it. But once a turn has called tools, DeepSeek's thinking mode refuses
 *   a history without it ("must be passed back to the API"), so there it goes back.
 * - A spoken answer goes back by its id as long as the provider keeps it (`expires_at`, an hour at OpenAI), then as its transcript.
 * - A call of a tool goes back only with its result; what a provider hung onto it, such as Gemini's `extra_content`, as well.
 * - A name that the model made up (`multi_tool_use.parallel`) goes back in the letters that names may have: OpenAI refuses others.
 * - An answer without a word (all of it reasoning, cut off) says so, for an empty text is refused by Anthropic.
 */
export function toAssistantMessage(
  reply: KeptReply | ChatCompletionMessage,
  { nowMs, answeredCalls, withReasoning = false }: SendBackOptions,
): AssistantMessage {
  const { refusal, audio, function_call: call } = reply;
  const answered = reply.tool_calls?.filter(({ id }) => answeredCalls?.has(id) ?? true) ?? [];
  const calls = answered.map(withSendableName);
  const isFresh = audio?.expires_at !== undefined && audio.expires_at * 1000 > nowMs;
  const spoken = isFresh ? null : (audio?.transcript ?? null);
  const content = isEmpty(reply.content) ? spoken : reply.content;
  const says = !isEmpty(content) || !isEmpty(refusal) || isFresh || calls.length > 0 || !!call;
  return {
    role: 'assistant',
    content: says ? (isEmpty(content) ? null : content) : noAnswer,
    ...('name' in reply && reply.name != null && { name: reply.name }),
    ...(!isEmpty(refusal) && { refusal }),
    ...(isFresh && { audio: { id: audio.id } }),
    ...(calls.length > 0 && { tool_calls: calls }),
    ...(call && { function_call: { ...call, name: sendableName(call.name) } }),
    ...(withReasoning && reply.reasoning_content && { reasoning_content: reply.reasoning_content }),
  };
}

function withSendableName(call: ToolCall): ToolCall {
  return call.type === 'function'
    ? { ...call, function: { ...call.function, name: sendableName(call.function.name) } }
    : { ...call, custom: { ...call.custom, name: sendableName(call.custom.name) } };
}

function sendableName(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64) || '_';
}

function isEmpty(
  content: string | readonly unknown[] | null | undefined,
): content is '' | null | undefined {
  return content === undefined || content === null || content.length === 0;
}
