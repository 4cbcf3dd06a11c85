import { describe, expect, it } from 'vitest';
import { setUp } from '../fixtures/set-up.js';

const sentMessages = (provider: ReturnType<typeof setUp>['provider'], index: number) =>
  provider.requests[index]?.body.messages;

describe('a conversation', () => {
  it('asks each question with the system message and the turns before it', async () => {
    const { client, provider } = setUp({ system: 'Be brief.' }, { text: 'One' }, { text: 'Two' });
    const conversation = client.conversation();
    await conversation.ask('First?');
    const answer = await conversation.ask('Second?');

    expect(answer.text).toBe('Two');
    expect(sentMessages(provider, 1)).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'First?' },
      { role: 'assistant', content: 'One' },
      { role: 'user', content: 'Second?' },
    ]);
    expect(conversation.turns.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(conversation.cost).toBe(client.spent);
  });

  it('has the turn as soon as the loop over the stream has ended', async () => {
    const { client } = setUp({}, { text: 'Hello there' });
    const conversation = client.conversation();
    let text = '';
    for await (const piece of conversation.stream('Hello?')) text += piece;
    expect(conversation.turns.map((turn) => turn.text)).toEqual([text]);
  });

  it('sends another system message from the next question on, and none once it is undefined', async () => {
    const { client, provider } = setUp({ system: 'Be brief.' });
    const conversation = client.conversation({ system: 'Be kind.' });
    await conversation.ask('First?');
    conversation.system = undefined;
    await conversation.ask('Second?');
    expect(sentMessages(provider, 0)).toMatchObject([{ content: 'Be kind.' }, { role: 'user' }]);
    expect(sentMessages(provider, 1)).toMatchObject([
      { role: 'user' },
      { role: 'assistant' },
      { role: 'user' },
    ]);
  });

  it('takes one question at a time, and a refused one changes nothing', async () => {
    const { client, provider } = setUp({}, { text: 'One' });
    const conversation = client.conversation();
    const first = conversation.ask('First?');
    await expect(conversation.ask('Second?')).rejects.toMatchObject({
      kind: 'configuration',
      code: 'under-way',
    });
    await first;
    expect(conversation.unanswered).toBeUndefined();
    expect(provider.requests).toHaveLength(1);
    await conversation.ask('Third?');
    expect(conversation.turns).toHaveLength(2);
  });

  it('refuses an empty question and a list of messages at once', () => {
    const conversation = setUp().client.conversation();
    expect(() => conversation.stream('')).toThrow('The prompt is empty.');
    expect(() => conversation.stream([{ role: 'user', content: 'x' }] as never)).toThrow(
      'list of messages',
    );
  });
});

describe('a question that is not answered', () => {
  it('leaves the history as it was, is kept as unanswered, and retry asks it again', async () => {
    const { client, provider } = setUp(
      { retry: false },
      { text: 'One' },
      { status: 503, body: '{}' },
      { text: 'Two' },
    );
    const conversation = client.conversation();
    await conversation.ask('First?');
    await expect(conversation.ask('Second?')).rejects.toMatchObject({ kind: 'server' });
    expect(conversation.turns).toHaveLength(1);
    expect(conversation.unanswered).toEqual({ role: 'user', content: 'Second?' });

    await conversation.retry().answer;
    expect(sentMessages(provider, 2)).toEqual(sentMessages(provider, 1));
    expect(conversation.turns.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(conversation.unanswered).toBeUndefined();
  });

  it('is one that its reader left, or that was aborted: what it cost counts all the same', async () => {
    for (const leave of ['break', 'abort']) {
      const { client } = setUp({ budget: '1' }, { stalls: true }, { text: 'Now' });
      const conversation = client.conversation();
      const abort = new AbortController();
      const reading = async () => {
        for await (const _ of conversation.stream('Hello?', { signal: abort.signal })) {
          if (leave === 'break') break;
          abort.abort();
        }
      };
      await reading().catch(() => {});
      expect(conversation.turns).toEqual([]);
      expect(conversation.unanswered).toEqual({ role: 'user', content: 'Hello?' });
      expect(conversation.cost).toBe(client.spent);
      expect(client.spent).toBeGreaterThan(0n);
      await conversation.retry().answer;
      expect(conversation.turns.map(({ text }) => text)).toEqual(['Now']);
      expect(conversation.cost).toBe(client.spent);
    }
  });

  it('is forgotten once another one was answered', async () => {
    const { client } = setUp({ retry: false }, { status: 503, body: '{}' }, { text: 'Two' });
    const conversation = client.conversation();
    await conversation.ask('First?').catch(() => {});
    await conversation.ask('Second?');
    expect(conversation.unanswered).toBeUndefined();
    expect(conversation.turns.map(({ question }) => question.content)).toEqual(['Second?']);
  });

  it('that nobody reads any more ends as unread, and the next one may be asked', async () => {
    const { client, clock } = setUp({}, { stalls: true }, { text: 'Next' });
    const conversation = client.conversation();
    await conversation.stream('Hello?')[Symbol.asyncIterator]().next();
    await expect(conversation.ask('Next?')).rejects.toMatchObject({ code: 'under-way' });
    await clock.advance(600_000);
    await conversation.ask('Next?');
    expect(conversation.turns.map(({ text }) => text)).toEqual(['Next']);
  });
});

describe('retry', () => {
  it('replaces the last answer once the new one is whole, and not before', async () => {
    const { client, provider } = setUp({}, { text: 'Bad' }, { text: 'Good answer' });
    const conversation = client.conversation();
    await conversation.ask('First?');
    for await (const _ of conversation.retry()) expect(conversation.turns[0]?.text).toBe('Bad');
    expect(conversation.turns.map(({ text }) => text)).toEqual(['Good answer']);
    expect(sentMessages(provider, 1)).toEqual(sentMessages(provider, 0));
    expect(conversation.cost).toBe(client.spent);
  });

  it('keeps the old answer where the new one fails', async () => {
    const { client } = setUp({ retry: false }, { text: 'Old' }, { status: 503, body: '{}' });
    const conversation = client.conversation();
    await conversation.ask('First?');
    await expect(conversation.retry().answer).rejects.toMatchObject({ kind: 'server' });
    expect(conversation.turns.map(({ text }) => text)).toEqual(['Old']);
  });

  it('says so where nothing was asked yet', () => {
    expect(() => setUp().client.conversation().retry()).toThrow('Nothing was asked yet');
  });
});

describe('edit', () => {
  it('asks something else from a turn on, and what came after it is gone', async () => {
    const { client, provider } = setUp(
      {},
      { text: '1' },
      { text: '2' },
      { text: '3' },
      { text: '4' },
    );
    const conversation = client.conversation();
    for (const question of ['A?', 'B?', 'C?']) await conversation.ask(question);
    await conversation.edit(1, 'X?').answer;
    expect(sentMessages(provider, 3)).toMatchObject([
      { content: 'A?' },
      { content: '1' },
      { content: 'X?' },
    ]);
    expect(conversation.turns.map(({ text }) => text)).toEqual(['1', '4']);
  });

  it('that fails is asked again in its place', async () => {
    const { client, provider } = setUp(
      { retry: false },
      { text: '1' },
      { text: '2' },
      { status: 503, body: '{}' },
      { text: '4' },
    );
    const conversation = client.conversation();
    for (const question of ['A?', 'B?']) await conversation.ask(question);
    await conversation.edit(0, 'X?').answer.catch(() => {});
    expect(conversation.turns).toHaveLength(2);
    await conversation.retry().answer;
    expect(sentMessages(provider, 3)).toEqual([{ role: 'user', content: 'X?' }]);
    expect(conversation.turns.map(({ text }) => text)).toEqual(['4']);
  });

  it.each([-1, 1, 0.5])('refuses turn %d of a conversation of one', async (turn) => {
    const conversation = setUp().client.conversation();
    await conversation.ask('A?');
    expect(() => conversation.edit(turn, 'X?')).toThrow(`There is no turn ${turn}`);
  });

  it('refuses a turn of a conversation that has none, and says so', () => {
    const conversation = setUp().client.conversation();
    expect(() => conversation.edit(0, 'X?')).toThrow('the conversation has none yet');
  });
});

describe('fork', () => {
  it('has the first turns, a system message of its own, and no cost yet', async () => {
    const { client, provider } = setUp({ system: 'Be brief.' });
    const conversation = client.conversation();
    for (const question of ['A?', 'B?']) await conversation.ask(question);
    const fork = conversation.fork(1);
    fork.system = 'Be kind.';
    expect(fork.cost).toBe(0n);
    await fork.ask('C?');
    await conversation.ask('D?');
    expect(sentMessages(provider, 2)).toMatchObject([
      { content: 'Be kind.' },
      { content: 'A?' },
      { role: 'assistant' },
      { content: 'C?' },
    ]);
    expect(sentMessages(provider, 3)).toMatchObject({ length: 6, 0: { content: 'Be brief.' } });
    expect(() => conversation.fork(4)).toThrow('There is no turn 4');
  });
});

describe('what a turn is made of', () => {
  it('cannot be changed afterwards, by whoever wrote the question or reads the turns', async () => {
    const { client, provider } = setUp();
    const conversation = client.conversation();
    const part = { type: 'text' as const, text: 'A?' };
    await conversation.ask([part]);
    part.text = 'Changed';
    const [turn] = conversation.turns;
    expect(() => {
      (turn?.question as { content: unknown }).content = 'Changed';
    }).toThrow(TypeError);
    await conversation.ask('B?');
    expect(sentMessages(provider, 1)).toMatchObject({ 0: { content: [{ text: 'A?' }] } });
  });
});
