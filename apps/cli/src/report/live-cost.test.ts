import { virtualClock } from '@farebox/core/testing';
import { expect, it } from 'vitest';
import { LiveCost, type LiveCostFacts } from './live-cost.js';

it('guesses tokens and money from the length of the text, and grows with it', async () => {
  const clock = virtualClock();
  const cost = new LiveCost({ model: 'gpt-4o-mini', prompt: 'x'.repeat(4_000), clock });
  expect(cost.text()).toBe('about 0 tokens · 0.00 s');
  await cost.load();
  await clock.advance(1_200);
  // 1,000 tokens in at $0.15 per million.
  expect(cost.text()).toBe('about $0.000150 · about 0 tokens · 1.2 s');
  cost.add('x'.repeat(4_000));
  // And 1,000 out at $0.60.
  expect(cost.text()).toBe('about $0.000750 · about 1000 tokens · 1.2 s');
});

it('names no amount where no price is known', async () => {
  const cost = new LiveCost({ model: 'my-model', prompt: 'Hi', clock: virtualClock() });
  await cost.load();
  cost.add('東京');
  expect(cost.text()).toBe('about 2 tokens · 0.00 s');
});

it('goes by the price list of who is asked, and by no other', async () => {
  const amountOf = async (model: string, provider?: LiveCostFacts['provider']) => {
    const cost = new LiveCost({
      model,
      provider,
      prompt: 'x'.repeat(4_000),
      clock: virtualClock(),
    });
    await cost.load();
    return cost.text().split(' · ')[0];
  };
  // 1,000 tokens in, at $1.00 per million of Anthropic's list and $0.10 of Google's.
  expect(await amountOf('claude-haiku-4-5', 'anthropic')).toBe('about $0.001000');
  expect(await amountOf('gemini-2.5-flash-lite', 'gemini')).toBe('about $0.000100');
  // A server of one's own is free whatever it calls its model; and what OpenAI's list lacks is charged as unknown.
  expect(await amountOf('gpt-4o-mini', 'ollama')).toBe('about $0.00');
  expect(await amountOf('claude-haiku-4-5')).toBe('about 0 tokens');
});

it('does not count what is attached by its length', async () => {
  const image = { type: 'image_url', image_url: { url: `data:,${'x'.repeat(1_000)}` } } as const;
  const cost = new LiveCost({
    model: 'gpt-4o-mini',
    prompt: [{ type: 'text', text: 'What is this?' }, image],
    clock: virtualClock(),
  });
  await cost.load();
  expect(cost.text()).toBe('about $0.00000060 · about 0 tokens · 0.00 s');
});
