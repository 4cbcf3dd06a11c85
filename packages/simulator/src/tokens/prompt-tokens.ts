import type { ChatMessage, ChatRequest, TextPart, UserPart } from '@farebox/core';
import { countTokens, type TokenCount } from './count.js';
import type { Tokenizer } from './tokenizer.js';

const perMessage = 3;
const perName = 1;
const priming = 3;

/**
 * Counts a prompt by OpenAI's chat rule: 3 per message, its role, content and name, and 3 that
 * prime the reply.
 *
 * Images (85 at low detail, else 765), sound and files (one per 64 characters of data), tool calls
 * and definitions (as their JSON) are estimates, and mark the count as one.
 * Source: OpenAI's cookbook, "How to count tokens with tiktoken".
 */
export function promptTokens(tokenizer: Tokenizer, request: ChatRequest): TokenCount {
  let tokens = priming;
  let estimated = false;
  const add = (count: TokenCount) => {
    tokens += count.tokens;
    estimated ||= count.estimated;
  };
  for (const message of request.messages) {
    add({ tokens: perMessage, estimated: false });
    add(countTokens(tokenizer, message.role));
    for (const part of partsOf(message)) add(countPart(tokenizer, part));
    if ('name' in message && message.name !== undefined) {
      add({ tokens: perName, estimated: false });
      add(countTokens(tokenizer, message.name));
    }
    if (message.role === 'assistant' && message.tool_calls !== undefined) {
      add(countJson(tokenizer, message.tool_calls));
    }
  }
  if (request.tools !== undefined) add(countJson(tokenizer, request.tools));
  return { tokens, estimated };
}

type Part = UserPart | TextPart | { type: 'refusal'; refusal: string };

function partsOf(message: ChatMessage): readonly Part[] {
  const { content } = message;
  if (content === null || content === undefined) return [];
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

function countPart(tokenizer: Tokenizer, part: Part): TokenCount {
  switch (part.type) {
    case 'text':
      return countTokens(tokenizer, part.text);
    case 'refusal':
      return countTokens(tokenizer, part.refusal);
    case 'image_url':
      return { tokens: part.image_url.detail === 'low' ? 85 : 765, estimated: true };
    case 'input_audio':
      return countData(part.input_audio.data);
    case 'file':
      return countData(part.file.file_data ?? part.file.file_id ?? '');
  }
}

function countData(data: string): TokenCount {
  return { tokens: Math.ceil(data.length / 64), estimated: true };
}

function countJson(tokenizer: Tokenizer, value: unknown): TokenCount {
  return { tokens: countTokens(tokenizer, JSON.stringify(value)).tokens, estimated: true };
}
