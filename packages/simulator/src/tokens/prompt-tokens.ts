import type {
  CacheBreakpoint,
  ChatMessage,
  ChatRequest,
  RefusalPart,
  TextPart,
  UserPart,
} from '@farebox/core';
import { countsWithO200k } from '../catalogue/counts-with-o200k.js';
import { type TokenCount, tokenCounter } from './count.js';
import { audioPartTokens, filePartTokens, imagePartTokens } from './part-tokens.js';
import { type Prefix, prefixReader } from './prefixes.js';
import type { Tokenizer } from './tokenizer.js';

const perMessage = 3;
const perName = 1;
const priming = 3;

/** A prompt in tokens. Text, images and sound add up to all of them; files and tools are text. */
export interface PromptTokens extends TokenCount {
  readonly imageTokens: number;
  readonly audioTokens: number;
  /** The beginnings by which the prompt is known again. */
  readonly prefixes: readonly Prefix[];
  /** The ends of marked parts, and of user and tool messages, in the order of the prompt. */
  readonly breakpoints: readonly Breakpoint[];
}

/** Where a prompt's cached beginning may end. */
export interface Breakpoint extends Prefix {
  /** What the part says that it ends with; nothing at the end of a message. */
  readonly mark: CacheBreakpoint | undefined;
}

/**
 * Counts a prompt: the sum of these, in this order.
 *
 * 1. For each tool, the tokens of its JSON; for a `json_schema` response format, the tokens of its
 *    `json_schema` member's JSON. JSON is as `JSON.stringify` writes what was sent.
 * 2. For each message 3, the tokens of its role, and of its content: a string, or each part in turn
 *    (text and refusals by their tokens, images, sound and files by the rules of `part-tokens`).
 *    For a name 1 and its tokens. For an assistant's `refusal` its tokens; for each of its tool
 *    calls, and for its `function_call`, the tokens of the name and those of the arguments or input.
 * 3. For the reply to come, 3.
 *
 * Each text is encoded by itself with o200k; for a model of another tokenizer that is an estimate. OpenAI's cookbook ("How to count tokens with
 * tiktoken") is the source for messages; how it writes tools is not public, hence a rule of our own.
 */
export function promptTokens(tokenizer: Tokenizer, request: ChatRequest): PromptTokens {
  const reader = prefixReader();
  const count = tokenCounter(tokenizer);
  const sums = { tokens: 0, imageTokens: 0, audioTokens: 0 };
  const breakpoints: Breakpoint[] = [];
  let estimated = !countsWithO200k(request.model);

  const addText = (text: string) => {
    const counted = count(text);
    sums.tokens += counted.tokens;
    estimated ||= counted.estimated;
    if (counted.estimated) reader.takeWhole(text, counted.tokens);
    else reader.take(counted.ids);
  };
  const addThing = (thing: unknown, counted: TokenCount) => {
    sums.tokens += counted.tokens;
    estimated ||= counted.estimated;
    reader.takeWhole(JSON.stringify(thing), counted.tokens);
    return counted.tokens;
  };
  const addFixed = (what: string, tokens: number) => addThing(what, { tokens, estimated: false });

  const addPart = (part: UserPart | TextPart | RefusalPart) => {
    switch (part.type) {
      case 'text':
        return addText(part.text);
      case 'refusal':
        return addText(part.refusal);
      case 'image_url':
        sums.imageTokens += addThing(part.image_url, imagePartTokens(request.model, part));
        return;
      case 'input_audio':
        sums.audioTokens += addThing(part.input_audio, audioPartTokens(part));
        return;
      case 'file':
        addThing(part.file, filePartTokens(part));
        return;
    }
  };

  for (const tool of request.tools ?? []) addText(JSON.stringify(tool));
  if (request.response_format?.type === 'json_schema') {
    addText(JSON.stringify(request.response_format.json_schema));
  }
  for (const message of request.messages) {
    addFixed('message', perMessage);
    addText(message.role);
    for (const part of partsOf(message)) {
      addPart(part);
      const mark = 'prompt_cache_breakpoint' in part ? part.prompt_cache_breakpoint : undefined;
      if (mark !== undefined) breakpoints.push({ ...reader.here(), mark });
    }
    if ('name' in message && message.name !== undefined) {
      addFixed('name', perName);
      addText(message.name);
    }
    for (const text of saidBeside(message)) addText(text);
    if (message.role === 'user' || message.role === 'tool') {
      breakpoints.push({ ...reader.here(), mark: undefined });
    }
  }
  addFixed('reply', priming);
  return { ...sums, estimated, prefixes: reader.prefixes, breakpoints };
}

function partsOf({ content }: ChatMessage): readonly (UserPart | TextPart | RefusalPart)[] {
  if (content === null || content === undefined) return [];
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

/** What an assistant said beside its content: a refusal, and calls. */
function saidBeside(message: ChatMessage): string[] {
  if (message.role !== 'assistant') return [];
  const { refusal, tool_calls: calls = [], function_call: call } = message;
  return [
    ...(typeof refusal === 'string' ? [refusal] : []),
    ...calls.flatMap((one) =>
      one.type === 'function'
        ? [one.function.name, one.function.arguments]
        : [one.custom.name, one.custom.input],
    ),
    ...(call === null || call === undefined ? [] : [call.name, call.arguments]),
  ];
}
