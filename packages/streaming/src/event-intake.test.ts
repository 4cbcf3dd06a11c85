import { describe, expect, it } from 'vitest';
import { done, event, finish } from './fixtures/events.js';
import { openPump, textOf } from './fixtures/open-pump.js';

const text = (content: string, tier: string, more: object = {}) =>
  event([{ index: 0, delta: { content, ...more }, finish_reason: null }], { service_tier: tier });

describe('events of a frame', () => {
  const stream = [
    text('a', 'default'),
    text('b', 'default'),
    text('c', 'flex', { reasoning: 'hm' }),
    text('d', 'default'),
    text('e', 'default'),
    finish(),
    done,
  ].join('');

  it('carry over what they say again after another event said otherwise', async () => {
    const { pump } = await openPump([stream]);
    for await (const _ of pump);
    expect(await pump.completion()).toMatchObject({ service_tier: 'default' });

    const { pump: byText } = await openPump([stream]);
    expect((await textOf(byText)).join('')).toBe('abcde');
    expect(await byText.completion()).toMatchObject({ service_tier: 'default' });
  });

  it('are chunks of their own: a consumer that changes one spoils no other', async () => {
    const { pump } = await openPump([stream]);
    const seen: string[] = [];
    for await (const chunk of pump) {
      const [choice] = chunk.choices;
      seen.push(`${chunk.id} ${choice?.delta.content}`);
      Object.assign(chunk, { id: 'spoilt', choices: [] });
      Object.assign(choice?.delta ?? {}, { content: 'spoilt' });
    }
    expect(seen.slice(0, 5)).toEqual([...'abcde'].map((content) => `chatcmpl-1 ${content}`));
  });

  it('read the same where every event has another frame', async () => {
    const events = Array.from({ length: 40 }, (_, at) => text(`${at} `, `tier-${at}`));
    const { pump } = await openPump([events.join('') + finish() + done]);
    expect((await textOf(pump)).join('')).toBe(events.map((_, at) => `${at} `).join(''));
    expect(await pump.completion()).toMatchObject({ service_tier: 'tier-39' });
  });
});
