import type { ChatMessage, ChatRequest } from '@farebox/core';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { Tiktoken } from 'js-tiktoken/lite';
import ranks from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it } from 'vitest';
import { bugs } from '../corpus/bugs.js';
import { exercises } from '../corpus/exercises.js';
import { snippets } from '../corpus/snippets.js';
import { topics } from '../corpus/topics.js';
import { loadTokenizer } from '../tokens/tokenizer.js';
import { compose } from './compose.js';
import { safeSegments } from './distribution/safe-segments.js';
import { generate } from './generate.js';
import { targetLanguages } from './language.js';

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

describe('the tokens of an answer', () => {
  it('are the ones both tokenizers make of its text, for every answer of the corpus', () => {
    for (const [index, asked] of requests.entries()) {
      const choices = generate({
        tokenizer,
        request: { ...asked, n: 4, temperature: 1.3, logprobs: true },
        composition: compose(asked),
        seed: `${index}`,
        promptTokens: 0,
        maxOutputTokens: undefined,
      });
      for (const choice of choices) {
        const pieces = choice.sections.flatMap((section) => section.pieces);
        const text = pieces.map((piece) => piece.text).join('');
        const drawn = pieces.flatMap(({ logprobs }) => logprobs.map(({ bytes }) => bytes));
        const bytes = (token: number) => {
          const written = tokenizer.token(token) ?? expect.fail('no token');
          return typeof written === 'string'
            ? Array.from(new TextEncoder().encode(written))
            : [...written];
        };
        expect(drawn).toEqual(encode(text, { disallowedSpecial: new Set() }).map(bytes));
        expect(choice.tokens).toBe(drawn.length);
        if (index % 8 === 0) expect(independent.encode(text, [], []).length).toBe(drawn.length);
      }
    }
  }, 60_000);

  it('cost no answer of the corpus a wording: no product of choices comes near its bound', () => {
    const sizes = requests.flatMap((asked) =>
      compose(asked).sections.flatMap(({ segments }) =>
        safeSegments(segments).map(({ length }) => length),
      ),
    );
    expect(Math.max(...sizes)).toBeLessThan(64);
  });
});
