import { ChatError, type UserMessage, type UserPart, user } from '@farebox/core';
import { checkPrompt } from '../prompt.js';
import { keepMessage } from './kept-message.js';

/** A question of a conversation: text, or the parts of a user message. */
export type Question = string | readonly UserPart[];

/** @throws {ChatError} `configuration` for an empty one, for what is none, and for a list of messages. */
export function toQuestion(prompt: Question): UserMessage {
  checkPrompt(prompt, 'Pass a question as a string, or a list of parts.');
  if (typeof prompt !== 'string' && prompt.some((part) => 'role' in part)) {
    throw new ChatError({
      kind: 'configuration',
      message: 'A conversation is asked one question at a time, and this is a list of messages.',
      fix: 'Pass a string or the parts of one user message; client.ask() takes lists of messages.',
    });
  }
  return keepMessage(user(typeof prompt === 'string' ? prompt : [...prompt])) as UserMessage;
}
