import type { ChatRequest } from '../wire/request.js';
import { cappedCounter, type Tokenizer } from './capped-counter.js';
import { requestParts } from './request-parts.js';
import { utf8Length } from './utf8-length.js';

/** What a prompt will likely use. */
export interface ExpectedInput {
  /** Text, tools and all that a chat format adds. */
  readonly textTokens: number;
  readonly imageTokens: number;
  readonly audioTokens: number;
  /** Whether every text was counted; otherwise a part was taken at its bytes. */
  readonly counted: boolean;
  /** What is not in these numbers, by name, such as `messages[1].content[0] (file)`. */
  readonly unknown: readonly string[];
}

const bytesPerToken = 4;

/**
 * The tokens a prompt will likely use: what to tell somebody before sending, never what to reserve.
 *
 * Text is counted by the tokenizer, up to 30,000 tokens of work; what is beyond is taken at the bytes
 * per token of what was counted. Without a tokenizer it is 4 bytes per token, which is about right
 * for English and code. OpenAI's chat format adds 3 per message and 3 for the answer to begin, a tool
 * 12 (cookbook.openai.com, "How to count tokens with tiktoken").
 *
 * @example
 * expectedInput({ model: 'gpt-4o-mini', messages: [user('Hi!')] }, { countTokens: () => 2 });
 * // => { textTokens: 10, imageTokens: 0, audioTokens: 0, counted: true, unknown: [] }
 */
export function expectedInput(request: ChatRequest, tokenizer?: Tokenizer): ExpectedInput {
  const parts = requestParts(request);
  const count = tokenizer && cappedCounter(tokenizer);
  let tokens = 0;
  let countedBytes = 0;
  let uncountedBytes = 0;
  for (const text of parts.texts) {
    const counted = count?.(text);
    tokens += counted?.tokens ?? 0;
    countedBytes += counted?.countedBytes ?? 0;
    uncountedBytes += counted?.uncountedBytes ?? utf8Length(text);
  }
  const perByte = countedBytes > 0 ? tokens / countedBytes : 1 / bytesPerToken;
  return {
    textTokens:
      tokens + Math.ceil(uncountedBytes * perByte) + 3 * parts.messages + 3 + 12 * parts.tools,
    imageTokens: parts.images.reduce((sum, image) => sum + image, 0),
    audioTokens: parts.audio.reduce((sum, sound) => sum + sound, 0),
    counted: uncountedBytes === 0,
    unknown: parts.unbounded,
  };
}
