import type { ChatCompletionMessage, ChatMessage } from '@farebox/core';
import type { KeptReply } from './to-assistant-message.js';

/** A message of a conversation as it is kept and saved. */
export type KeptMessage = Exclude<ChatMessage, { role: 'assistant' }> | KeptReply;

/**
 * A copy that nobody can change any more, without what says nothing: fields that are null, and the bytes of a spoken
 * answer, which no provider takes back.
 */
export function keepMessage(
  message: KeptMessage | ChatMessage | ChatCompletionMessage,
): KeptMessage {
  const { audio, ...rest } = structuredClone(message) as KeptReply & { audio?: { data?: string } };
  const said = Object.entries(rest).filter(
    ([name, value]) => value !== null && name !== 'reasoning',
  );
  const kept = Object.fromEntries(said) as unknown as KeptReply;
  if (audio) {
    const { data: _, ...heard } = audio;
    kept.audio = heard;
  }
  return freeze(kept as KeptMessage);
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
