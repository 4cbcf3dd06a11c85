import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

interface Reply {
  choices: { message: { content: string }; finish_reason: string }[];
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number };
}
const reply = async (request: Record<string, unknown>) =>
  (await (await ask(simulate(), request)).json()) as Reply;

describe('where a reply ends', () => {
  it('a ceiling of 5 tokens cuts after the fifth and says length', async () => {
    const whole = (await reply({})).choices[0]?.message.content ?? '';
    for (const name of ['max_tokens', 'max_completion_tokens']) {
      const { choices, usage } = await reply({ [name]: 5 });
      expect(choices[0]?.finish_reason).toBe('length');
      expect(usage.completion_tokens).toBe(5);
      expect(whole.startsWith(choices[0]?.message.content ?? '?')).toBe(true);
    }
  });

  it('a ceiling of exactly the answer is a normal stop; one token less is a cut', async () => {
    const { usage } = await reply({});
    const exact = await reply({ max_completion_tokens: usage.completion_tokens });
    expect(exact.choices[0]?.finish_reason).toBe('stop');
    const less = await reply({ max_completion_tokens: usage.completion_tokens - 1 });
    expect(less.choices[0]?.finish_reason).toBe('length');
  });

  it('a stop sequence ends the text before itself, and its tokens are billed', async () => {
    const { choices, usage } = await reply({ stop: ['for each', 'block'] });
    const text = choices[0]?.message.content ?? '';
    expect(text).toBe('A for loop runs the same ');
    expect(choices[0]?.finish_reason).toBe('stop');
    expect(usage.completion_tokens).toBe(encode('A for loop runs the same block').length);
  });

  it('several choices are all counted', async () => {
    const { choices, usage } = await reply({ n: 3, temperature: 1 });
    const tokens = choices.map(({ message }) => encode(message.content).length);
    expect(usage.completion_tokens).toBe(tokens.reduce((sum, count) => sum + count, 0));
  });
});

describe('chance', () => {
  it('temperature 0 repeats exactly, in every simulator', async () => {
    const texts = await Promise.all([reply({}), reply({}), reply({ top_p: 0.5, seed: 9 })]);
    expect(new Set(texts.map(({ choices }) => choices[0]?.message.content)).size).toBe(1);
  });

  it('temperature 1 differs over three runs, with and without a seeded simulator', async () => {
    for (const simulator of [simulate(), simulate({ seed: 3 })]) {
      const texts = new Set<string>();
      for (let run = 0; run < 3; run++) {
        const prompt = { messages: [{ role: 'user' as const, content: 'Explain a for loop' }] };
        const response = await ask(simulator, { ...prompt, temperature: 1 });
        texts.add(((await response.json()) as Reply).choices[0]?.message.content ?? '');
      }
      expect(texts.size).toBe(3);
    }
  });

  it('a seed in the request reproduces at temperature 1.5, in another simulator too', async () => {
    const one = await reply({ seed: 7, temperature: 1.5 });
    const two = await reply({ seed: 7, temperature: 1.5 });
    const other = await reply({ seed: 8, temperature: 1.5 });
    expect(two.choices).toEqual(one.choices);
    expect(other.choices).not.toEqual(one.choices);
  });

  it('a seeded simulator repeats its whole sequence of bytes', async () => {
    const run = async () => {
      const simulator = simulate({ seed: 5, clock: frozen });
      const first = await (await ask(simulator, { stream: true, temperature: 1 })).text();
      return first + (await (await ask(simulator, { stream: true, temperature: 1 })).text());
    };
    expect(await run()).toBe(await run());
  });
});

const frozen = { now: () => 0, monotonicMs: () => 0, after: () => () => {} };
