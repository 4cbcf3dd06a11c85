import { ChatError } from '../errors/chat-error.js';
import type { ChatRequest } from '../wire/request.js';
import { messageBytes } from './message-bytes.js';
import { utf8Length } from './utf8-length.js';

/** What a request can use at most. */
export interface TokenBound {
  /** `Infinity` when a part of the input has no bound. */
  readonly inputTokens: number;
  /** Over all `n` choices. `Infinity` when there is no output ceiling. */
  readonly outputTokens: number;
  /** What has no bound, by name, such as `messages[1].content[0] (image)`. Empty: the bound holds. */
  readonly unbounded: readonly string[];
}

export interface BoundOptions {
  /** What the model can write at most, for requests that set no ceiling; from the price catalogue. */
  maxOutputTokens?: number | undefined;
}

/**
 * Added to the bytes. OpenAI's chat format takes 3 tokens per message, 1 for its role and 1 for a name,
 * and 3 to prime the answer; its published count for tools is 7 + 12 each. These are about the double,
 * so that other chat templates fit as well.
 */
const tokensPerRequest = 64;
const tokensPerMessage = 16;
const tokensPerTool = 32;

/** What the model never sees. Everything else counts as input, also fields we do not know. */
const unseen: readonly string[] = [
  'model',
  'messages',
  'prediction',
  'temperature',
  'top_p',
  'n',
  'max_completion_tokens',
  'max_tokens',
  'stop',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'parallel_tool_calls',
  'reasoning_effort',
  'verbosity',
  'modalities',
  'service_tier',
  'prompt_cache_key',
  'prompt_cache_options',
  'safety_identifier',
  'metadata',
  'store',
  'user',
  'stream',
  'stream_options',
] satisfies (keyof ChatRequest)[];

/**
 * The tokens a request can cost at most, without a tokenizer.
 *
 * What cannot be bounded is named in `unbounded`, not guessed: images, audio, files, searches, and
 * output without a ceiling. The bound is high (English has about 4 bytes per token): it is what to
 * reserve, not what to expect. It takes time in proportion to the text.
 *
 * It assumes that
 * - each token stands for at least one byte of UTF-8, as in byte-level BPE (all of OpenAI's) and
 *   SentencePiece with byte fallback; a tokenizer that first expands text (NFKC) can exceed it;
 * - the provider adds no prompt of its own beyond 64 tokens per request, 16 per message and 32 per
 *   tool (Anthropic's, for tools, is longer);
 * - tools and response formats reach the model in no more tokens than their JSON has bytes;
 * - the provider enforces the output ceiling, and reasoning counts toward it;
 * - tokens of a `prediction` are billed at most once per choice, as output.
 *
 * @throws {ChatError} `configuration` when `n` or a ceiling is no whole number.
 * @example
 * boundTokens({ model: 'gpt-4o-mini', messages: [user('Hi!')], max_completion_tokens: 100 });
 * // => { inputTokens: 87, outputTokens: 100, unbounded: [] }
 */
export function boundTokens(request: ChatRequest, options: BoundOptions = {}): TokenBound {
  const unbounded: string[] = [];
  let inputTokens = tokensPerRequest;
  request.messages.forEach((message, index) => {
    inputTokens += tokensPerMessage + messageBytes(message, `messages[${index}]`, unbounded);
  });
  for (const [name, value] of Object.entries(request)) {
    if (!unseen.includes(name)) inputTokens += jsonBytes(value);
    if (name === 'tools' || name === 'functions') inputTokens += tokensPerTool * lengthOf(value);
  }
  if ('web_search_options' in request) unbounded.push('web_search_options (search results)');
  if (unbounded.length > 0) inputTokens = Number.POSITIVE_INFINITY;

  const ceiling = outputCeiling(request, options);
  const audio = request.modalities?.includes('audio') === true;
  if (audio) unbounded.push('modalities (audio)');
  if (ceiling === undefined) unbounded.push('max_completion_tokens (not set, no known limit)');
  const choices = wholeNumber('n', request.n, 1) ?? 1;
  const outputTokens =
    ceiling === undefined || audio
      ? Number.POSITIVE_INFINITY
      : choices * (ceiling + jsonBytes(request.prediction?.content));
  return { inputTokens, outputTokens, unbounded };
}

/** The larger of the request's two ceilings, because servers differ in which one they know. */
function outputCeiling(request: ChatRequest, options: BoundOptions): number | undefined {
  const current = wholeNumber('max_completion_tokens', request.max_completion_tokens, 0);
  const deprecated = wholeNumber('max_tokens', request.max_tokens, 0);
  if (current === undefined && deprecated === undefined) {
    return wholeNumber('maxOutputTokens', options.maxOutputTokens, 0);
  }
  return Math.max(current ?? 0, deprecated ?? 0);
}

function wholeNumber(
  name: string,
  value: number | null | undefined,
  least: number,
): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new ChatError({
    kind: 'configuration',
    message: `${name} must be a whole number of ${least} or more, and is ${String(value)}.`,
  });
}

function jsonBytes(value: unknown): number {
  return utf8Length(JSON.stringify(value) ?? '');
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
