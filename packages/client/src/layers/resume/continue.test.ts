import { describe, expect, it } from 'vitest';
import { cut, play, textOf } from '../../fixtures/play-resume.js';
import type { ScriptedReply } from '../../fixtures/scripted-reply.js';
import { content, delta, done, finish, role, usage } from '../../fixtures/wire-events.js';

describe('resume by going on', () => {
  const profile = { continuation: { message: { prefix: true } } };
  const goOn = { onTruncated: 'continue', profile } as const;
  const rest: ScriptedReply = {
    body: [role, content(' world'), content('!'), finish(), usage, done],
  };

  it('asks for the rest with the part as a last message, and the text goes on without a seam', async () => {
    const { text, stream, log, provider, heard } = await play([cut, rest], goOn);
    expect(text).toBe('Hello world!');
    expect(heard).toEqual(['completed']);
    const { messages } = JSON.parse(provider.requests[1]?.body ?? '');
    expect(messages.at(-1)).toEqual({ role: 'assistant', content: 'Hello', prefix: true });
    const completion = await stream.completion();
    expect(completion.choices[0]).toMatchObject({
      message: { content: 'Hello world!' },
      finish_reason: 'stop',
    });
    expect(completion.usage).toBeUndefined();
    const types = log.map((entry) => (typeof entry === 'string' ? entry : entry.type));
    expect(types).toEqual(['attempt', 'Hel', 'lo', 'wait', 'attempt', 'continue', ' world', '!']);
  });

  it('at Mistral, whose reply begins with the part again, the part is there once', async () => {
    // As it streams: the part as one piece, without the blank at its end, which comes with the next one.
    const broken: ScriptedReply = { body: [role, content('Hello ')] };
    const again: ScriptedReply = {
      body: [role, content('Hello'), content(' world'), content('!'), finish('stop'), usage, done],
    };
    const { text, stream } = await play([broken, again], {
      onTruncated: 'continue',
      profile: 'mistral',
    });
    expect(text).toBe('Hello world!');
    expect((await stream.completion()).choices[0]?.message.content).toBe('Hello world!');
    const elsewhere = await play([cut, { body: [content('Hello'), finish()] }], goOn);
    expect(elsewhere.text).toBe('HelloHello');
  });

  it('goes on from all of it when it breaks off again, and an error has all of it', async () => {
    const more: ScriptedReply = { body: [content(' wor')] };
    const last: ScriptedReply = { body: [content('ld!'), finish()] };
    const { text, provider } = await play([cut, more, last], { ...goOn, resumptions: 2 });
    expect(text).toBe('Hello world!');
    const { messages } = JSON.parse(provider.requests[2]?.body ?? '');
    expect(messages.map(({ content: said }: { content: string }) => said)).toEqual([
      'Hi',
      'Hello wor',
    ]);
    const { error } = await play([cut, more], goOn);
    expect(error).toMatchObject({ kind: 'truncated', gaveUp: 'attempts', attempts: 2 });
    expect(textOf(error)).toBe('Hello wor');
    expect(textOf(error?.cause)).toBe('Hello');
  });

  it('attempts that other providers made before are counted too: nobody outside adds to the error of a stream', async () => {
    const { error } = await play([cut, cut], goOn, { attempt: 3 });
    expect(error).toMatchObject({ kind: 'truncated', gaveUp: 'attempts', attempts: 4 });
  });

  it('what cannot be gone on with ends as if there were no resume', async () => {
    const call = '{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{"}}]}';
    const { error, provider } = await play([{ body: [delta(call)] }], goOn);
    expect(error).toMatchObject({ kind: 'truncated', gaveUp: 'delivered', attempts: 1 });
    expect(provider.requests).toHaveLength(1);
  });

  it('a provider that will not go on does not hide the cut: it is the cause', async () => {
    const refused: ScriptedReply = { status: 400, body: ['{"error":{"message":"No prefill."}}'] };
    const { error, heard, text } = await play([cut, refused], goOn);
    expect(text).toBe('Hello');
    expect(error).toMatchObject({ kind: 'truncated', gaveUp: 'delivered', attempts: 2 });
    expect(error?.cause).toMatchObject({ kind: 'bad-request' });
    expect(textOf(error)).toBe('Hello');
    expect(heard).toMatchObject([{ failed: { kind: 'truncated' } }]);
    const down = await play([cut, { status: 503 }], goOn);
    expect(down.error).toMatchObject({ kind: 'server', attempts: 4, cause: { kind: 'truncated' } });
  });
});
