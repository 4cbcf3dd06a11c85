import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

/** 8 tokens of prompt by the rule, so a request takes these and its ceiling. */
const messages = [{ role: 'user', content: 'x'.repeat(32) }];

function limited(limits: { requestsPerMinute?: number; tokensPerMinute?: number }) {
  const clock = virtualClock();
  return { clock, simulator: simulate({ clock, limits }) };
}

describe('requests per minute', () => {
  it('the one too many is a 429 in OpenAI’s words, with the wait in both headers', async () => {
    const { simulator } = limited({ requestsPerMinute: 3 });
    for (let run = 0; run < 3; run++) expect((await ask(simulator)).status).toBe(200);
    const refused = await ask(simulator);
    expect(refused.headers.get('retry-after')).toBe('20');
    expect(refused.headers.get('retry-after-ms')).toBe('20000');
    expect(refused.headers.get('x-ratelimit-remaining-requests')).toBe('0');
    expect(await errorOf(Promise.resolve(refused))).toEqual({
      status: 429,
      message:
        'Rate limit reached for gpt-4o-mini in organization org-simulator on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s. Visit https://platform.openai.com/account/rate-limits to learn more.',
      type: 'requests',
      param: null,
      code: 'rate_limit_exceeded',
    });
    expect(simulator.books.requests.at(-1)).toMatchObject({
      status: 429,
      cost: 0n,
      ended: 'refused',
    });
  });

  it('who waits as long as told is let in; a millisecond less, and is not', async () => {
    for (const requestsPerMinute of [1, 3, 7, 90]) {
      for (const earlierMs of [0, 1, 17]) {
        const { clock, simulator } = limited({ requestsPerMinute });
        for (let run = 0; run < requestsPerMinute; run++) await ask(simulator);
        await clock.advance(earlierMs);
        const refused = await ask(simulator);
        const waitMs = Number(refused.headers.get('retry-after-ms'));
        await clock.advance(waitMs - 1);
        expect((await ask(simulator)).status).toBe(429);
        await clock.advance(1);
        expect((await ask(simulator)).status).toBe(200);
      }
    }
  });

  it('are each model’s own, whichever of its names is used', async () => {
    const { simulator } = limited({ requestsPerMinute: 1 });
    expect((await ask(simulator)).status).toBe(200);
    expect((await ask(simulator, { model: 'gpt-4o' })).status).toBe(200);
    expect((await ask(simulator, { model: 'gpt-4o-mini-2024-07-18' })).status).toBe(429);
  });

  it('a request that is refused takes nothing: not by its own fault, not by a limit', async () => {
    const { simulator } = limited({ requestsPerMinute: 1, tokensPerMinute: 100 });
    await ask(simulator, { temperature: 99 });
    await ask(simulator, { max_completion_tokens: 1_000_000 });
    await ask(simulator, { messages: [{ role: 'user', content: 'a b c d '.repeat(40_000) }] });
    await ask(simulator, { messages, max_completion_tokens: 200 });
    expect(simulator.books.requests.map(({ status }) => status)).toEqual([400, 400, 400, 429]);
    const response = await ask(simulator, { messages, max_completion_tokens: 92 });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-ratelimit-remaining-requests')).toBe('0');
  });
});

describe('tokens per minute', () => {
  it('count the prompt by its characters and the most that was asked for', async () => {
    const { simulator } = limited({ tokensPerMinute: 1000 });
    const response = await ask(simulator, { messages, max_completion_tokens: 50, n: 2 });
    expect(response.headers.get('x-ratelimit-limit-tokens')).toBe('1000');
    expect(response.headers.get('x-ratelimit-remaining-tokens')).toBe('892');
    expect(response.headers.get('x-ratelimit-reset-tokens')).toBe('6.48s');
  });

  it('over them, the wait is the one that refills what is missing', async () => {
    const { clock, simulator } = limited({ tokensPerMinute: 600 });
    await ask(simulator, { messages, max_completion_tokens: 592 });
    const request = { messages, max_completion_tokens: 12 };
    const refused = await ask(simulator, request);
    expect(refused.headers.get('retry-after-ms')).toBe('2000');
    expect(await errorOf(Promise.resolve(refused))).toMatchObject({
      type: 'tokens',
      message: expect.stringContaining(
        'on tokens per min (TPM): Limit 600, Used 600, Requested 20. Please try again in 2s.',
      ),
    });
    await clock.advance(1999);
    expect((await ask(simulator, request)).status).toBe(429);
    await clock.advance(1);
    expect((await ask(simulator, request)).status).toBe(200);
  });

  it('more than a whole minute’s is too large, and no wait is named', async () => {
    const { simulator } = limited({ tokensPerMinute: 100 });
    const refused = await ask(simulator, { messages, max_completion_tokens: 93 });
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(refused.headers.get('retry-after-ms')).toBeNull();
    expect(await errorOf(Promise.resolve(refused))).toMatchObject({
      status: 429,
      message:
        'Request too large for gpt-4o-mini in organization org-simulator on tokens per min (TPM): Limit 100, Requested 101. The input or output tokens must be reduced in order to run successfully. Visit https://platform.openai.com/account/rate-limits to learn more.',
      type: 'tokens',
      code: 'rate_limit_exceeded',
    });
  });

  it('where both limits are short, the longer wait is told', async () => {
    const { clock, simulator } = limited({ requestsPerMinute: 60, tokensPerMinute: 60 });
    for (let run = 0; run < 60; run++)
      await ask(simulator, { messages: [{ role: 'user', content: 'a' }] });
    const refused = await ask(simulator, { messages });
    expect(refused.headers.get('retry-after-ms')).toBe('8000');
    await clock.advance(8000);
    expect((await ask(simulator, { messages })).status).toBe(200);
  });
});

describe('without limits', () => {
  it('the headers count against 30,000 requests and 150 million tokens, and refill', async () => {
    const { clock, simulator } = limited({});
    const { headers } = await ask(simulator, { stream: true, messages, max_completion_tokens: 92 });
    const rates = [...headers].filter(([name]) => name.startsWith('x-ratelimit'));
    expect(Object.fromEntries(rates)).toEqual({
      'x-ratelimit-limit-requests': '30000',
      'x-ratelimit-limit-tokens': '150000000',
      'x-ratelimit-remaining-requests': '29999',
      'x-ratelimit-remaining-tokens': '149999900',
      'x-ratelimit-reset-requests': '2ms',
      'x-ratelimit-reset-tokens': '1ms',
    });
    await clock.advance(2);
    const malformed = await ask(simulator, { temperature: 99 });
    expect(malformed.headers.get('x-ratelimit-remaining-requests')).toBe('30000');
    expect(malformed.headers.get('x-ratelimit-reset-requests')).toBe('0s');
  });

  it('nothing is refused, however much is asked at once', async () => {
    const { simulator } = limited({});
    const huge = { messages, max_completion_tokens: 16_000, n: 100 };
    const response = await ask(simulator, huge);
    expect(response.status).toBe(200);
    const remaining = Number(response.headers.get('x-ratelimit-remaining-tokens'));
    expect(remaining).toBe(150_000_000 - 1_600_008);
  });
});

it.each([
  [{ requestsPerMinute: 0 }, /^limits\.requestsPerMinute is 0; give a whole number from 1/],
  [{ tokensPerMinute: 1.5 }, /^limits\.tokensPerMinute is 1\.5/],
  [{ tokensPerMinute: Number.POSITIVE_INFINITY }, /leave it out/],
])('%j throws a sentence that names the limit', (limits, message) => {
  expect(() => simulate({ limits })).toThrow(message);
});
