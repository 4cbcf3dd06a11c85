import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';
import { say } from './fixtures/malformed.js';

const statusOf = async (request: Record<string, unknown>) =>
  (await ask(simulate(), request)).status;
const words = (count: number) => 'word '.repeat(count);

/** What would keep a careless provider busy for minutes; each is answered or refused in seconds. */
describe('a hostile request', () => {
  it('of 10,000 messages, of parts without end, or with a name of a million letters is refused', async () => {
    const message = { role: 'user', content: 'Hi' };
    const messages = Array.from({ length: 10_000 }, () => message);
    expect(await errorOf(ask(simulate(), { messages }))).toMatchObject({
      code: 'array_above_max_length',
    });
    const name = 'a'.repeat(1_000_000);
    expect(await errorOf(ask(simulate(), say({ ...message, name })))).toMatchObject({
      code: 'string_above_max_length',
    });
    const content = Array.from({ length: 200_000 }, () => ({ type: 'text', text: 7 }));
    expect(await errorOf(ask(simulate(), say({ role: 'user', content })))).toMatchObject({
      param: 'messages[0].content[0].text',
    });
  });

  it.each([
    ['half characters', '\ud83d '],
    ['marks on marks', `e${'\u0301'.repeat(20)} `],
    ['families', '👩‍👩‍👧‍👦'],
    ['right to left', '\u202eabc\u202c שלום '],
    ['zeros and controls', '\u0000\u0007\u001b '],
    ['special tokens', '<|endoftext|><|im_start|>'],
  ])('of %s is answered', async (_, unit) => {
    const request = { model: 'gpt-4.1', ...say({ role: 'user', content: unit.repeat(5_000) }) };
    expect(await statusOf(request)).toBe(200);
  });

  it('of 2,048 texts that are each bearable is answered, with an estimate', async () => {
    const messages = Array.from({ length: 2048 }, () => ({
      role: 'user',
      content: 'a'.repeat(2000),
    }));
    const simulator = simulate();
    expect((await ask(simulator, { model: 'gpt-4.1', messages })).status).toBe(200);
    expect(simulator.books.requests[0]?.estimated).toBe(true);
  });

  it('with an error that would repeat megabytes gets the start of them', async () => {
    const long = 'x'.repeat(1_000_000);
    for (const request of [
      { verbosity: long },
      { [long]: 1 },
      say({ role: long, content: 'Hi' }),
      { logit_bias: { [long]: 1 } },
      { logit_bias: { [long]: 'x' } },
      { metadata: { [long]: 'x' } },
    ]) {
      const { message, param } = await errorOf(ask(simulate(), request));
      expect(message.length + String(param).length).toBeLessThan(1000);
    }
  });

  it('over every bound at once is refused by the context, not by time', async () => {
    const content = words(2_000_000);
    const prediction = { type: 'content', content };
    const error = await errorOf(ask(simulate(), { ...say({ role: 'user', content }), prediction }));
    expect(error.code).toBe('context_length_exceeded');
  });
});
