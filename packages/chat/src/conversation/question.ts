import { ChatError, type UserMessage, type UserPart, user } from '@farebox/core';
import { keepMessage } from './kept-message.js';

/** A question of a conversation: text, or the parts of a user message. */
export type Question = string | readonly UserPart[];

/** @throws {ChatError} `configuration` for an empty one, and for a list of messages. */
export function toQuestion(prompt: Question): UserMessage {
  if (prompt.length === 0) {
    throw new ChatError({
      kind: 'configuration',
      message: 'The prompt is empty.',
      fix: 'Pass a question as a string, or a list of parts.',
    });
  }
  if (typeof prompt !== 'string' && prompt.some((part) => 'role' in part)) {
    throw new ChatError({
      kind: 'configuration',
      message: 'A conversation is asked one question at a time, and this is a list of messages.',
      fix: 'Pass a string or the parts of one user message; client.ask() takes lists of messages.',
    });
  }
  return keepMessage(user(typeof prompt === 'string' ? prompt : [...prompt])) as UserMessage;
}
