import type { ChatRequest } from '@farebox/core';
import * as fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../text/template.js';
import { loadTokenizer } from '../tokens/tokenizer.js';
import type { Composition } from './composition.js';
import { generate } from './generate.js';
import type { Generated } from './generated.js';

const tokenizer = await loadTokenizer();

/** A story of places where the sampling shows. */
const story: Segment[] = [
  ['The '],
  ['cat', 'dog', 'old dog', 'bird'],
  [' saw '],
  ['a cat', 'a dog', 'nothing'],
  [', and the '],
  ['cat', 'dog', 'bird'],
  [' laughed.'],
];
const content = (...segments: Segment[]): Composition => ({
  sections: [{ kind: 'content', segments }],
  finish: 'stop',
});
const draw = (
  changes: Partial<ChatRequest> = {},
  composition: Composition = content(...story),
  limits: { seed?: string; promptTokens?: number; maxOutputTokens?: number } = {},
): Generated[] =>
  generate({
    tokenizer,
    request: { model: 'gpt-4o-mini', messages: [], temperature: 0, ...changes },
    composition,
    seed: 'test',
    promptTokens: 0,
    maxOutputTokens: undefined,
    ...limits,
  });
const one = (...options: Parameters<typeof draw>) =>
  draw(...options)[0] ?? expect.fail('no choice');
const textOf = ({ sections }: Generated) =>
  sections.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
const token = (text: string): number => {
  const [first, ...more] = encode(text);
  if (first === undefined || more.length > 0) throw new TypeError(`${text} is not one token`);
  return first;
};
const greedy = 'The cat saw a cat, and the cat laughed.';

describe('chance', () => {
  it('temperature 0 takes the likeliest token each time, whatever the seed', () => {
    for (const seed of ['1', '2', '3']) {
      expect(textOf(one({ top_p: 0.9 }, undefined, { seed }))).toBe(greedy);
    }
  });

  it('the first choice is the same whatever n is, and all of 128 are not', () => {
    const [alone] = draw({ temperature: 1 });
    const many = draw({ temperature: 1, n: 128 });
    expect(many[0]).toEqual(alone);
    expect(new Set(many.map(textOf)).size).toBeGreaterThan(20);
  });

  it('the same seed repeats at temperature 2, another one does not', () => {
    const texts = (seed: string) => draw({ temperature: 2, n: 8 }, undefined, { seed }).map(textOf);
    expect(texts('a')).toEqual(texts('a'));
    expect(texts('a')).not.toEqual(texts('b'));
  });
});

describe('logit_bias', () => {
  it('moves the choice at temperature 0 just where it outweighs the odds', () => {
    const text = (bias: number) => textOf(one({ logit_bias: { [token(' bird')]: bias } }));
    expect(text(Math.log(1 / 0.512) - 0.01)).toMatch(/^The cat saw/);
    expect(text(Math.log(1 / 0.512) + 0.01)).toMatch(/^The bird saw/);
  });

  it('−100 bans: a word is not said, and where it was the only way on the rest goes on without it', () => {
    expect(textOf(one({ logit_bias: { [token(' cat')]: -100 } }))).toBe(
      'The dog saw a dog, and the dog laughed.',
    );
    const silent = one({ logit_bias: { [token(' saw')]: -100 } });
    expect(textOf(silent)).toBe('The cat a cat, and the cat laughed.');
    expect(silent.tokens).toBe(encode(greedy).length - 1);
  });

  it('+100 for a token that is nowhere on the path repeats it until the ceiling', () => {
    const forced = one({ logit_bias: { [token(' hello')]: 100 }, max_completion_tokens: 5 });
    expect(textOf(forced)).toBe(' hello'.repeat(5));
    expect(forced.finish).toBe('length');
  });

  it('without a ceiling a forced loop ends at the model’s own limit, or at 16,384', () => {
    const forced = { logit_bias: { [token(' hello')]: 100 } };
    expect(one(forced, undefined, { maxOutputTokens: 4_096 }).tokens).toBe(4_096);
    expect(one(forced).tokens).toBe(16_384);
    expect(one({ ...forced, max_completion_tokens: 100_000 }).tokens).toBe(16_384);
    expect(draw({ ...forced, n: 128 }).map(({ tokens }) => tokens)).toEqual(Array(128).fill(2_048));
  });

  it('300 forced tokens with penalties and top_p, in 128 choices, end within seconds', () => {
    const bias = Object.fromEntries(Array.from({ length: 1_000 }, (_, id) => [id, 50]));
    const started = performance.now();
    const choices = draw({
      logit_bias: bias,
      frequency_penalty: 0.001,
      top_p: 0.5,
      temperature: 1,
      n: 128,
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(Math.max(...choices.map(({ tokens }) => tokens))).toBe(103);
  });

  it('+100 for the end ends the answer before its first word', () => {
    const ended = one({ logit_bias: { 199999: 100 } });
    expect(ended).toMatchObject({ tokens: 0, finish: 'stop', sections: [{ pieces: [] }] });
  });

  it('a number that is no token changes nothing', () => {
    expect(textOf(one({ logit_bias: { 1e9: 100 } }))).toBe(greedy);
  });
});

describe('penalties', () => {
  it('a frequency penalty keeps a forced token from coming for ever', () => {
    const forced = one({ logit_bias: { [token(' hello')]: 60 }, frequency_penalty: 2 });
    // 10 − 2 × count, against 0 for “The” (the first of equals), then against ln(1 / 2.952) for “ cat”.
    // The same penalty then has a dog follow the cat, and a bird both.
    expect(textOf(forced)).toBe(
      `${' hello'.repeat(5)}The hello cat saw a dog, and the bird laughed.`,
    );
  });

  it('a presence penalty prefers words that were not there yet; a negative one those that were', () => {
    expect(textOf(one({ presence_penalty: 2 }))).toBe('The cat saw a dog, and the bird laughed.');
    const repeated = draw({ temperature: 1, presence_penalty: -2, n: 64 }).map(textOf);
    const plain = draw({ temperature: 1, n: 64 }).map(textOf);
    const same = (texts: string[]) =>
      texts.filter((text) => /^The (?:old )?(\w+) .*the \1 laughed/.test(text)).length;
    expect(same(repeated)).toBeGreaterThan(same(plain) + 10);
  });
});

describe('the end', () => {
  it('a stop sequence ends the text before itself wherever it stands, and all of it is billed', () => {
    fc.assert(
      fc.property(fc.nat(greedy.length - 1), fc.integer({ min: 1, max: 12 }), (start, length) => {
        const stop = greedy.slice(start, start + length);
        const choice = one({ stop: ['nowhere', stop], logprobs: true });
        const begins = greedy.indexOf(stop);
        expect(textOf(choice)).toBe(greedy.slice(0, begins));
        expect(choice.finish).toBe('stop');
        const ends = encode(greedy).findIndex(
          (_, count, tokens) =>
            tokens
              .slice(0, count + 1)
              .reduce((sum, id) => sum + `${tokenizer.token(id)}`.length, 0) >=
            begins + stop.length,
        );
        expect(choice.tokens).toBe(ends + 1);
        const sent = choice.sections.flatMap(({ pieces }) => pieces);
        expect(choice.unsentTokens).toBe(ends + 1 - sent.length);
      }),
    );
  });

  it('a ceiling inside a character bills its tokens and sends none of it', () => {
    const cut = one({ max_completion_tokens: 2 }, content(['a𓂀']));
    expect(textOf(cut)).toBe('a');
    expect(cut).toMatchObject({ tokens: 2, unsentTokens: 1, finish: 'length' });
  });

  it('the ceiling is over content, names and arguments together', () => {
    const sections: Composition = {
      sections: [
        { kind: 'content', segments: [['Let me look.']] },
        { kind: 'call', type: 'function', name: 'get_weather', segments: [['{"city":"Paris"}']] },
      ],
      finish: 'tool_calls',
    };
    const parts = ['Let me look.', 'get_weather', '{"city":"Paris"}'].map((t) => encode(t).length);
    const whole = parts.reduce((sum, tokens) => sum + tokens, 0);
    const at = (ceiling: number) => one({ max_completion_tokens: ceiling }, sections);
    expect(one({}, sections)).toMatchObject({ tokens: whole, finish: 'tool_calls' });
    expect(at(whole)).toMatchObject({ tokens: whole, finish: 'tool_calls' });
    expect(at(whole - 1)).toMatchObject({ tokens: whole - 1, finish: 'length' });
    const [first = 0, second = 0] = parts;
    expect(at(first + second - 1).sections).toHaveLength(1);
    expect(at(first + second).sections).toMatchObject([{}, { pieces: [] }]);
  });

  it('stop sequences and forced words leave the arguments of a tool whole', () => {
    const call: Composition = {
      sections: [
        {
          kind: 'call',
          type: 'function',
          name: 'f',
          segments: [['{"city":"'], ['Paris', 'Rome'], ['"}']],
        },
      ],
      finish: 'tool_calls',
    };
    const bias = { [token(' hello')]: 100, [token('{"')]: -100 };
    const choice = one({ stop: 'city', logit_bias: bias, logprobs: true }, call);
    expect(textOf(choice)).toBe('{"city":"Paris"}');
    expect(choice.finish).toBe('tool_calls');
    for (const { pieces } of choice.sections) {
      for (const { logprobs } of pieces) expect(logprobs).toEqual([]);
    }
  });

  it('in JSON mode no word can be forced in', () => {
    const bias = { logit_bias: { [token(' hello')]: 100 } };
    const json = { response_format: { type: 'json_object' as const }, ...bias };
    expect(textOf(one(json, content(['{"answer":"yes"}'])))).toBe('{"answer":"yes"}');
  });
});

describe('reasoning', () => {
  const thinking = { model: 'o4-mini', reasoning_effort: 'low' as const };

  it('comes on top of the answer, and leaves it as it is', () => {
    const choice = one(thinking);
    expect(choice.reasoningTokens).toBeGreaterThan(0);
    expect(choice.tokens).toBe(choice.reasoningTokens + encode(greedy).length);
    expect(textOf(choice)).toBe(greedy);
    expect(textOf(one({ ...thinking, reasoning_effort: 'high', temperature: 1 }))).toBe(
      textOf(one({ ...thinking, temperature: 1 })),
    );
  });

  it('a ceiling below it leaves no answer: all tokens are reasoning, and it ends with length', () => {
    expect(one({ ...thinking, max_completion_tokens: 40 })).toEqual({
      sections: [],
      finish: 'length',
      tokens: 40,
      reasoningTokens: 40,
      unsentTokens: 0,
    });
  });

  it('a ceiling just above it leaves one token of answer', () => {
    const { reasoningTokens } = one(thinking);
    const choice = one({ ...thinking, max_completion_tokens: reasoningTokens + 1 });
    expect(textOf(choice)).toBe('The');
    expect(choice).toMatchObject({ tokens: reasoningTokens + 1, finish: 'length' });
  });
});

it('a log probability is the same at every temperature and top_p, with or without penalties', () => {
  const logprobs = (changes: Partial<ChatRequest>) =>
    one({ logprobs: true, top_logprobs: 3, ...changes }).sections.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => piece.logprobs),
    );
  const plain = logprobs({});
  expect(plain).toHaveLength(encode(greedy).length);
  expect(logprobs({ top_p: 0.1, temperature: 0.01, frequency_penalty: 0.001 })).toEqual(plain);
  expect(Math.exp(plain[1]?.logprob ?? 0)).toBeCloseTo(1 / (1 + 0.8 + 0.64 + 0.512), 7);
});
