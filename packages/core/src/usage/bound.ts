import type { ChatRequest } from '../wire/request.js';
import { cappedCounter, type Tokenizer } from './capped-counter.js';
import { outputCeiling, wholeNumber } from './output-ceiling.js';
import { requestParts } from './request-parts.js';
import { utf8Length } from './utf8-length.js';

/** What a request can use at most. */
export interface TokenBound {
  /** Of every kind together. `Infinity` when a part of the input has no bound. */
  readonly inputTokens: number;
  /** So many of these can be images; a provider may also count them as text. */
  readonly inputImageTokens: number;
  /** So many of these can be sound; a provider may also count them as text. */
  readonly inputAudioTokens: number;
  /** Over all `n` choices. `Infinity` when there is no output ceiling. */
  readonly outputTokens: number;
  /** So many of these can be sound: all, when the answer is to be spoken. */
  readonly outputAudioTokens: number;
  /** What has no bound, by name, such as `messages[1].content[0] (file)`. Empty: the bound holds. */
  readonly unbounded: readonly string[];
}

export interface BoundOptions {
  /** What the model can write at most, for requests that set no ceiling; from the price catalogue. */
  maxOutputTokens?: number | undefined;
  /** Makes the bound about four times tighter, and as right as the tokenizer is the model's own. */
  tokenizer?: Tokenizer | undefined;
}

/**
 * Added to the text. OpenAI's chat format takes 3 tokens per message, 1 for its role and 1 for a name,
 * and 3 to prime the answer; its published count for tools is 7 + 12 each. These are about the double,
 * so that other chat templates fit as well.
 */
const tokensPerRequest = 64;
const tokensPerMessage = 16;
const tokensPerTool = 32;
/** What stands around an image or a recording. */
const tokensPerMedium = 16;

/**
 * The tokens a request can cost at most, without a tokenizer: its UTF-8 bytes, an overhead for each
 * message and tool, images and sound by their rules, and `n` times the output ceiling.
 *
 * What cannot be bounded is named in `unbounded`, not guessed: files, earlier spoken answers,
 * searches, media of a model without a known rule, and output without a ceiling. The bound is high
 * (English has about 4 bytes per token): it is what to reserve, not what to expect. It takes time in
 * proportion to the text, also with a tokenizer: that one gets 30,000 tokens of work, and what is
 * left counts in bytes.
 *
 * It assumes that
 * - each token stands for at least one byte of UTF-8, as in byte-level BPE (all of OpenAI's) and
 *   SentencePiece with byte fallback; a tokenizer that first expands text (NFKC) can exceed it;
 * - the provider adds no prompt of its own beyond 64 tokens per request, 16 per message, 32 per
 *   tool and 16 per image or recording (Anthropic's, for tools, is longer);
 * - tools and response formats reach the model in no more tokens than their JSON has bytes;
 * - images and sound are charged by OpenAI's published rules for the model, an image has the size
 *   that its header states, and an MP3 has at least 8 kbit/s;
 * - the provider enforces the output ceiling, and reasoning and sound count toward it;
 * - tokens of a `prediction` are billed at most once per choice, as output.
 *
 * @throws {ChatError} `configuration` when `n` or a ceiling is no whole number.
 * @example
 * boundTokens({ model: 'gpt-4o-mini', messages: [user('Hi!')], max_completion_tokens: 100 });
 * // => { inputTokens: 87, inputImageTokens: 0, inputAudioTokens: 0, outputTokens: 100, … }
 */
export function boundTokens(request: ChatRequest, options: BoundOptions = {}): TokenBound {
  const parts = requestParts(request);
  const unbounded = [...parts.unbounded];
  const measure = measureWith(options.tokenizer);
  const inputImageTokens = sumOf(parts.images) + tokensPerMedium * parts.images.length;
  const inputAudioTokens = sumOf(parts.audio) + tokensPerMedium * parts.audio.length;
  const inputTokens =
    tokensPerRequest +
    tokensPerMessage * parts.messages +
    tokensPerTool * parts.tools +
    sumOf(parts.texts.map(measure)) +
    inputImageTokens +
    inputAudioTokens;

  const ceiling = outputCeiling(request, options.maxOutputTokens);
  if (ceiling === undefined) unbounded.push('max_completion_tokens (not set, no known limit)');
  const predicted = JSON.stringify(request.prediction?.content) ?? '';
  const choices = wholeNumber('n', request.n, 1) ?? 1;
  const outputTokens = choices * ((ceiling ?? Number.POSITIVE_INFINITY) + utf8Length(predicted));
  const isSpoken = request.modalities?.includes('audio') === true;
  return {
    inputTokens: parts.unbounded.length > 0 ? Number.POSITIVE_INFINITY : inputTokens,
    inputImageTokens,
    inputAudioTokens,
    outputTokens,
    outputAudioTokens: isSpoken ? outputTokens : 0,
    unbounded,
  };
}

/** More than a cut within an unbroken run has been seen to save: 2, in 20,000 runs made to try. */
const tokensPerCut = 4;

/** A text's tokens at most: the counted ones, and a token for each byte that was not counted. */
function measureWith(tokenizer: Tokenizer | undefined): (text: string) => number {
  if (tokenizer === undefined) return utf8Length;
  const count = cappedCounter(tokenizer);
  return (text) => {
    const { tokens, uncountedBytes, cuts } = count(text);
    return tokens + uncountedBytes + tokensPerCut * cuts;
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
