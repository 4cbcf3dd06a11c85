import type { ChatMessage, ChatRequest } from '@farebox/core';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { Tiktoken } from 'js-tiktoken/lite';
import ranks from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it } from 'vitest';
import { bugs } from '../corpus/bugs.js';
import { exercises } from '../corpus/exercises.js';
import { snippets } from '../corpus/snippets.js';
import { topics } from '../corpus/topics.js';
import { targetLanguages } from '../text/language.js';
import { loadTokenizer } from '../tokens/tokenizer.js';
import { writtenToken } from '../tokens/written-token.js';
import { compose } from './compose.js';
import { safeSegments } from './distribution/safe-segments.js';
import { generate } from './generate.js';

const tokenizer = await loadTokenizer();
const independent = new Tiktoken(ranks);

const request = (...[system, ...prompts]: [string, ...string[]]): ChatRequest => ({
  model: 'gpt-4o-mini',
  messages: [
    { role: 'system', content: system },
    ...prompts.map((content): ChatMessage => ({ role: 'user', content })),
  ],
});

/** Every answer of the corpus, in every style and length. */
const requests: ChatRequest[] = [
  ...topics.flatMap(({ name }) => [
    request('', `Explain ${name}`),
    request('', `Explain ${name} in two lines`),
    request('', `Explain ${name} in one sentence`),
    request('You are a friendly tutor.', `Explain ${name}`),
    request('You are a pirate. Answer in JSON.', `Explain ${name}`),
    request('', `Explain ${name}`, 'Give me an example'),
    request('', `Explain ${name}`, 'In JavaScript?'),
  ]),
  ...exercises.flatMap(({ name }) => [
    request('', `Write ${name}`),
    request('You are a tutor.', `Write ${name}, briefly`),
    request('', `Write ${name}`, 'In TypeScript?'),
    request('', `Write ${name}`, 'In Rust?'),
  ]),
  ...bugs.flatMap(({ name }) => [
    request('', `Explain ${name}`),
    request('You are an expert debugger.', `Explain ${name}`),
    request('Answer in JSON.', `Explain ${name} briefly`),
  ]),
  ...snippets.flatMap(({ name }) =>
    targetLanguages.map((language) => request(`Translate to ${language}.`, name)),
  ),
  request('You are an expert debugger.', 'for user_2 in users:\n    users.remove(user_2)'),
  request('You are a code reviewer.', 'def f(xs):\n    return xs'),
  request('You are a code reviewer. Be brief.', 'def f(xs):\n    return xs'),
  request('', 'Write a haiku'),
  request('', 'Give me names for my bakery'),
  request('', 'Tell me a story'),
  request('', 'Hello'),
  request('', 'Explain recursion', 'Thanks!'),
  ...['Who was Ada?', '...“…', '漢字 🏳️‍🌈 é', "it's 12345", '\u0301\u200d', '\ufeff 𓂀 ///'].flatMap(
    (prompt) => [
      request('', prompt),
      request('You are a debugger.', prompt),
      request('Answer in JSON.', prompt),
    ],
  ),
];

const weather = {
  type: 'object',
  properties: {
    city: { type: 'string' },
    days: { type: 'integer', minimum: 1, maximum: 14 },
    units: { type: 'string', enum: ['celsius', 'fahrenheit', 'K', '°'] },
    notes: { type: 'array', items: { type: 'string' }, minItems: 3, maxItems: 5 },
    high: { type: ['number', 'null'] },
    sunny: { type: 'boolean' },
  },
  required: ['city', 'days', 'units', 'notes', 'high', 'sunny'],
  additionalProperties: false,
};

/** The same in the shape of a schema, and as calls of tools. */
const shaped: ChatRequest[] = [
  'What is the weather in Paris for 3 days?',
  'Explain a for loop',
  'Wetter in Köln, "heute" & morgen: 12,5 °C?',
].flatMap((prompt): ChatRequest[] => [
  {
    ...request('', prompt),
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'weather', strict: true, schema: weather },
    },
  },
  {
    ...request('', prompt),
    tools: [{ type: 'function', function: { name: 'get_weather', parameters: weather } }],
    tool_choice: 'required',
  },
]);

describe('the tokens of an answer', () => {
  it('are the ones both tokenizers make of its text, for every answer of the corpus', () => {
    for (const [index, asked] of [...requests, ...shaped].entries()) {
      const choices = generate({
        tokenizer,
        request: { ...asked, n: 4, temperature: 1.3, logprobs: true },
        composition: compose(asked),
        seed: `${index}`,
        promptTokens: 0,
        maxOutputTokens: undefined,
      });
      for (const choice of choices) {
        for (const { kind, pieces } of choice.sections) {
          const text = pieces.map((piece) => piece.text).join('');
          const tokens = encode(text, { disallowedSpecial: new Set() });
          expect(pieces.reduce((sum, piece) => sum + piece.tokens, 0)).toBe(tokens.length);
          if (index % 8 === 0) expect(independent.encode(text, [], [])).toEqual(tokens);
          if (kind === 'call') continue;
          const drawn = pieces.flatMap(({ logprobs }) => logprobs.map(({ bytes }) => bytes));
          expect(drawn).toEqual(tokens.map((token) => writtenToken(tokenizer, token).bytes));
        }
      }
    }
  }, 60_000);

  it('cost no answer of the corpus a wording: no product of choices comes near its bound', () => {
    const sizes = [...requests, ...shaped].flatMap((asked) =>
      compose(asked).sections.flatMap(({ segments }) =>
        safeSegments(segments).map(({ length }) => length),
      ),
    );
    expect(Math.max(...sizes)).toBeLessThan(64);
  });
});
