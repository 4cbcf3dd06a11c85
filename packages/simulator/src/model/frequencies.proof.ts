import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { type ChiSquared, chiSquared, criticalValue } from '../fixtures/chi-squared.js';
import { expectedShares, type Reported, type Settings } from '../fixtures/expected-shares.js';
import { simulate } from '../simulate.js';

const samples = 10_000;

interface Token extends Reported {
  readonly top_logprobs: readonly Reported[];
}

interface Drawn {
  readonly settings: Settings;
  readonly bias: ReadonlyMap<string, number>;
  readonly choices: readonly (readonly Token[])[];
}

/** 10,000 stories with their log probabilities, as the wire has them. */
async function draw(settings: Settings, bias: Record<string, number> = {}): Promise<Drawn> {
  const simulator = simulate({ seed: 2026 });
  const choices: Token[][] = [];
  const ids = Object.entries(bias).map(([text, amount]) => [encode(text)[0], amount]);
  while (choices.length < samples) {
    const response = await ask(simulator, {
      messages: [{ role: 'user', content: 'Tell me a story' }],
      temperature: 1,
      ...settings,
      logit_bias: Object.fromEntries(ids),
      n: Math.min(128, samples - choices.length),
      logprobs: true,
      top_logprobs: 20,
      max_completion_tokens: 64,
    });
    const reply = (await response.json()) as {
      choices: { logprobs: { content: Token[] } }[];
    };
    choices.push(...reply.choices.map(({ logprobs }) => logprobs.content));
  }
  return { settings, bias: new Map(Object.entries(bias)), choices };
}

/** Places at which the same tokens have the same chances, and what came there. */
function places({ settings, bias, choices }: Drawn, expectation = expectedShares) {
  const found = new Map<string, { shares: Map<string, number>; seen: Map<string, number> }>();
  const moving = (settings.frequency_penalty ?? 0) !== 0 || (settings.presence_penalty ?? 0) !== 0;
  for (const tokens of choices) {
    const before: string[] = [];
    for (const { token, top_logprobs: top } of tokens) {
      const relevant = new Set([...top.map((other) => other.token), ...bias.keys()]);
      const counts = moving ? before.filter((earlier) => relevant.has(earlier)).toSorted() : [];
      const key = JSON.stringify([top.map((other) => [other.token, other.logprob]), counts]);
      let place = found.get(key);
      if (place === undefined) {
        place = { shares: expectation(top, bias, counts, settings), seen: new Map() };
        found.set(key, place);
      }
      place.seen.set(token, (place.seen.get(token) ?? 0) + 1);
      before.push(token);
    }
  }
  // The end is no token of the reply, so that nobody can count how often it came.
  return [...found.values()].filter(({ shares }) => shares.size > 1 && !shares.has('<|end|>'));
}

const fewestSamples = 200;

/** The statistics of all places that enough samples came to. */
function statistics(drawn: Drawn, expectation = expectedShares): ChiSquared[] {
  return places(drawn, expectation)
    .map(({ shares, seen }) => {
      const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
      const tokens = new Set([...shares.keys(), ...seen.keys()]);
      const cells = Array.from(tokens, (token) => ({
        observed: seen.get(token) ?? 0,
        expected: (shares.get(token) ?? 0) * total,
      }));
      return { total, test: chiSquared(cells) };
    })
    .filter(({ total, test }) => total >= fewestSamples && (test.degrees > 0 || test.statistic > 0))
    .map(({ test }) => test);
}

/** Independent statistics add up, and so do their degrees of freedom. */
function sumOf(tests: readonly ChiSquared[]): ChiSquared {
  return {
    statistic: tests.reduce((sum, { statistic }) => sum + statistic, 0),
    degrees: tests.reduce((sum, { degrees }) => sum + degrees, 0),
  };
}

const uniform: typeof expectedShares = (...options) => {
  const shares = expectedShares(...options);
  const possible = [...shares.values()].filter((share) => share > 0).length;
  return new Map(Array.from(shares, ([token, share]) => [token, share > 0 ? 1 / possible : 0]));
};

const bias = { One: 1.5, ' a': -0.7, ' long': -3, ' hello': 47 };
const penalties = { frequency_penalty: 0.8, presence_penalty: 0.4 };

const asked: [name: string, settings: Settings, bias: Record<string, number>][] = [
  ['temperature 1', { temperature: 1 }, {}],
  ['temperature 0.5', { temperature: 0.5 }, {}],
  ['temperature 1.7', { temperature: 1.7 }, {}],
  ['top_p 0.7', { top_p: 0.7 }, {}],
  ['a bias for and against, and one that forces', {}, bias],
  ['penalties', penalties, {}],
  ['all of them', { ...penalties, temperature: 1.3, top_p: 0.9 }, bias],
];

describe.each(asked)('10,000 answers with %s', (_, settings, biases) => {
  let drawn: Drawn = { settings, bias: new Map(), choices: [] };
  beforeAll(async () => {
    drawn = await draw(settings, biases);
  });

  it('have the frequencies that follow from the reported log probabilities', () => {
    const tests = statistics(drawn);
    const { statistic, degrees } = sumOf(tests);
    expect(degrees).toBeGreaterThanOrEqual(10);
    expect(statistic).toBeLessThan(criticalValue(degrees));
  });

  it('do not have those of tokens that are all as likely', () => {
    const { statistic, degrees } = sumOf(statistics(drawn, uniform));
    expect(statistic).toBeGreaterThan(3 * criticalValue(degrees));
  });

  // Temperature 1 is what a request gets that asks for nothing.
  if (settings.temperature === 1) return;
  it('do not have those of a request that asked for nothing', () => {
    const tests = statistics({ ...drawn, settings: {}, bias: new Map() });
    const { statistic, degrees } = sumOf(tests);
    expect(statistic).toBeGreaterThan(2 * criticalValue(degrees));
  });
});

it('the reported probabilities of every place sum to 1', async () => {
  const { choices } = await draw({ temperature: 1 });
  for (const token of choices.slice(0, 500).flat()) {
    const sum = token.top_logprobs.reduce((total, { logprob }) => total + Math.exp(logprob), 0);
    expect(sum).toBeCloseTo(1, 6);
    expect(token.top_logprobs).toContainEqual(
      expect.objectContaining({ token: token.token, logprob: token.logprob }),
    );
  }
});
