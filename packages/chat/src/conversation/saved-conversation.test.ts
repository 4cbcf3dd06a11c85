import { system, user } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { setUp } from '../fixtures/set-up.js';
import type { ConversationJson } from './conversation-json.js';

async function saved(options = {}): Promise<ConversationJson> {
  const { client } = setUp({ system: 'Be brief.', ...options }, { text: 'One' }, { text: 'Two' });
  const conversation = client.conversation();
  await conversation.ask('First?');
  await conversation.ask([
    { type: 'text', text: 'What is this?' },
    { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA', detail: 'low' } },
    { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
    { type: 'file', file: { file_data: 'data:application/pdf;base64,AAAA', filename: 'a.pdf' } },
  ]);
  return conversation.toJSON();
}

const throughText = (json: unknown) => JSON.parse(JSON.stringify(json));
const load = (from: unknown) => setUp().client.conversation({ from });

describe('a saved conversation', () => {
  it('is plain JSON, and goes on with the same request: images, sound and files as well', async () => {
    const json = await saved();
    expect(throughText(json)).toEqual(json);
    const { client, provider } = setUp({ system: 'Another one.' });
    const loaded = client.conversation({ from: throughText(json) });
    await loaded.ask('And now?');
    const messages = json.turns.flatMap((turn) => turn.messages);
    expect(provider.requests[0]?.body.messages).toEqual([
      system('Be brief.'),
      ...messages,
      user('And now?'),
    ]);
  });

  it('keeps what it has cost, and what is not known of it', async () => {
    const json = await saved();
    expect(load(json).cost).toBe(BigInt(json.cost));
    expect(BigInt(json.cost)).toBeGreaterThan(0n);
    const partial = await saved({ prices: { provider: 'nobody', models: [] } });
    expect(partial.costIsPartial).toBe(true);
    expect(load(throughText(partial)).cost).toBeUndefined();
    expect(load(throughText(partial)).turns[0]?.cost).toBeUndefined();
  });

  it('keeps the question that has no answer, and where it was asked', async () => {
    const { client } = setUp({ retry: false }, { text: 'One' }, { status: 503, body: '{}' });
    const conversation = client.conversation();
    await conversation.ask('First?');
    await conversation.edit(0, 'Other?').answer.catch(() => {});
    const loaded = load(throughText(conversation.toJSON()));
    expect(loaded.unanswered).toEqual(user('Other?'));
    await loaded.retry().answer;
    expect(loaded.turns.map(({ question }) => question.content)).toEqual(['Other?']);
  });

  it('shares nothing with the conversation it was saved from', async () => {
    const json = await saved();
    const loaded = load(json);
    (json.turns[0]?.messages[0] as { content: string }).content = 'Changed';
    expect(loaded.turns[0]?.question).toEqual(user('First?'));
  });

  it('without a system message does not take the client’s', async () => {
    const { client } = setUp({ system: undefined });
    const json = client.conversation().toJSON();
    expect(setUp({ system: 'Be brief.' }).client.conversation({ from: json }).messages).toEqual([]);
    const options = { from: json, system: 'Be kind.' };
    expect(setUp().client.conversation(options).messages).toEqual([system('Be kind.')]);
  });
});

describe('what is no saved conversation', () => {
  const turn = {
    messages: [user('canary'), { role: 'assistant', content: 'canary' }],
    finishReason: 'stop',
    model: 'm',
    attempts: 1,
    usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, totalTokens: 2 },
  };
  const withTurn = (changes: object) => ({
    version: 1,
    turns: [{ ...turn, ...changes }],
    cost: '0',
  });
  const withReply = (reply: object) => withTurn({ messages: [user('canary'), reply] });
  const calls = (call: object) =>
    withReply({ role: 'assistant', content: null, tool_calls: [call] });

  it.each([
    [null, 'it is no object'],
    [[], 'it is no object'],
    ['{}', 'it is no object'],
    [{}, 'version is missing'],
    [{ version: '1' }, 'version is no whole number from 0'],
    [{ version: 1 }, 'turns is missing'],
    [{ version: 1, turns: [], cost: 5 }, 'cost is no text'],
    [{ version: 1, turns: [], cost: '-5' }, 'cost is no amount in picodollars'],
    [{ version: 1, turns: [], cost: '0', system: 5 }, 'system is no text'],
    [{ version: 1, turns: [null], cost: '0' }, 'turns[0] is no object'],
    [withTurn({ messages: [user('canary')] }), 'turns[0].messages has no answer'],
    [
      withTurn({ messages: [user('canary'), user('canary')] }),
      'turns[0].messages does not end with the answer',
    ],
    [withTurn({ messages: [{ role: 'tool' }, {}] }), 'turns[0].messages[0].role is none of user'],
    [withTurn({ finishReason: 'canary' }), 'turns[0].finishReason is none of stop, length'],
    [withTurn({ usage: {} }), 'turns[0].usage.inputTokens is missing'],
    [withTurn({ cost: '1.5' }), 'turns[0].cost is no amount'],
    [withReply({ role: 'canary' }), 'turns[0].messages[1].role is none of user, assistant'],
    [withReply({ role: 'assistant', content: 5 }), 'turns[0].messages[1].content is no list'],
    [
      withReply({ role: 'assistant', content: ['canary'] }),
      'turns[0].messages[1].content[0] is no object',
    ],
    [
      withReply({ role: 'assistant', content: [{}] }),
      'turns[0].messages[1].content[0].type is missing',
    ],
    [withReply({ role: 'assistant', audio: {} }), 'turns[0].messages[1].audio.id is missing'],
    [calls({}), 'turns[0].messages[1].tool_calls[0].id is missing'],
    [
      calls({ id: 'a', type: 'canary' }),
      'turns[0].messages[1].tool_calls[0].type is none of function, custom',
    ],
    [
      calls({ id: 'a', type: 'function', function: { name: 'f' } }),
      'tool_calls[0].function.arguments is missing',
    ],
    [
      { version: 1, turns: [], cost: '0', summary: { turns: 1, text: '' } },
      'summary.turns is more than there are turns',
    ],
    [{ version: 1, turns: [], cost: '0', unanswered: {} }, 'unanswered.question is missing'],
  ])('%j is refused with the path: %s', (from, message) => {
    let refused: unknown;
    try {
      load(from);
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ kind: 'configuration', code: 'saved-conversation' });
    expect(String(refused)).toContain(message);
    expect(String(refused)).not.toContain('canary');
  });

  it('a newer version is refused with both numbers', () => {
    expect(() => load({ version: 2, turns: [] })).toThrow(
      'has version 2; this release reads version 1',
    );
  });

  it('a key of a prototype is a key like any other', async () => {
    const text = JSON.stringify(withTurn({})).replace(
      '"role":"user"',
      '"__proto__":{"role":"system"},"role":"user"',
    );
    const loaded = load(JSON.parse(text));
    expect(Object.getPrototypeOf(loaded.turns[0]?.question)).toBe(Object.prototype);
    expect(({} as { role?: string }).role).toBeUndefined();
    expect(() => load(JSON.parse('{"__proto__":{"version":1,"turns":[],"cost":"0"}}'))).toThrow(
      'version is missing',
    );
  });
});
