import { describe, expect, it } from 'vitest';
import { dollars, usdPerMillion } from './price-facts.js';
import { topics } from './topics.js';

const explanationOf = (name: string) =>
  topics.find((topic) => topic.name === name)?.explanation ?? '';

describe('prices', () => {
  it('of the two course models are those of the price list', () => {
    expect(usdPerMillion('gpt-4o-mini')).toEqual({ input: 0.15, output: 0.6 });
    expect(usdPerMillion('gpt-4o')).toEqual({ input: 2.5, output: 10 });
  });

  it('of a model that is not listed are no prices at all', () => {
    expect(() => usdPerMillion('gpt-0')).toThrow('The price list has no gpt-0.');
  });

  it('are shown with at least cents', () => {
    expect(dollars(0.6)).toBe('$0.60');
    expect(dollars(10)).toBe('$10.00');
  });

  it('stand in the answers, the ratio rounded to whole times', () => {
    expect(explanationOf('GPT-4o and GPT-4o-mini')).toContain('about 17 times');
    expect(explanationOf('free use of the API')).toContain('$0.15 for a million tokens in');
  });
});
