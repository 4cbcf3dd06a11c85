import type { ProviderProfile } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { content, done, event } from './fixtures/events.js';
import { openStream } from './open-stream.js';

/** The reply to a request, read to its end, or the error that it ended with. */
async function read(body: string, profile?: ProviderProfile, expectedChoices = 1) {
  const stream = await openStream(new Response(body), { profile, expectedChoices });
  return stream.completion().catch((thrown) => thrown);
}

const unproven = { kind: 'truncated', code: 'no-finish' };
const call = (id: string, json: string) =>
  event([
    {
      index: 0,
      delta: {
        tool_calls: [{ index: 0, id, type: 'function', function: { name: 'f', arguments: json } }],
      },
    },
  ]);
const finish = (reason: string) => event([{ index: 0, delta: {}, finish_reason: reason }]);

describe('a reply that never says its finish_reason', () => {
  // vllm-mlx 0.4.0 at a natural stop (waybarrios/vllm-mlx#628).
  const nulls =
    content('Hel') + event([{ index: 0, delta: { content: 'lo' }, finish_reason: null }]);

  it('is truncated, whatever else it says, unless its provider is known for that', async () => {
    expect(await read(nulls + done)).toMatchObject(unproven);
    expect(await read(nulls)).toMatchObject(unproven);
  });

  it('is complete at [DONE] where the profile says so, and a cut before it is still a cut', async () => {
    const profile = { completeOn: 'done' } as const;
    const completion = await read(nulls + done, profile);
    expect(completion.choices).toMatchObject([
      { message: { content: 'Hello' }, finish_reason: 'stop' },
    ]);
    expect(await read(nulls, profile)).toMatchObject(unproven);
  });

  it('is truncated where the connection breaks, under any profile', async () => {
    for (const completeOn of ['done', 'end'] as const) {
      const blocks = [new TextEncoder().encode(nulls)];
      const body = new ReadableStream({
        pull(controller) {
          const block = blocks.shift();
          if (block === undefined) controller.error(new TypeError('terminated'));
          else controller.enqueue(block);
        },
      });
      const stream = await openStream(new Response(body), { profile: { completeOn } });
      await expect(stream.completion()).rejects.toMatchObject({ kind: 'truncated' });
    }
  });

  it('keeps a finish_reason that came all the same', async () => {
    const completion = await read(content('Hel') + finish('length') + done, { completeOn: 'done' });
    expect(completion.choices[0].finish_reason).toBe('length');
  });

  it('is complete at the end of the bytes where the profile says that, with tool calls as such', async () => {
    const profile = { completeOn: 'end' } as const;
    expect((await read(nulls, profile)).choices[0].finish_reason).toBe('stop');
    expect((await read(call('a', '{}'), profile)).choices[0].finish_reason).toBe('tool_calls');
    const failed = `${nulls}data: {"error":{"message":"Oops.","type":"server_error"}}\n\n`;
    expect(await read(failed, profile)).toMatchObject({ kind: 'server' });
  });

  it('is not complete while one of several answers has not begun', async () => {
    expect(await read(nulls + done, { completeOn: 'done' }, 2)).toMatchObject(unproven);
  });

  it('with nothing in it is no answer, under any profile', async () => {
    const empty = event([{ index: 0, delta: { role: 'assistant' }, finish_reason: null }]) + done;
    for (const completeOn of ['done', 'end'] as const) {
      const opening = openStream(new Response(empty), { profile: { completeOn } });
      await expect(opening).rejects.toMatchObject(unproven);
    }
  });
});

describe('words of its own for the end', () => {
  it('are passed on as they are, unless the profile has them', async () => {
    const body = content('Hello') + finish('eos');
    expect((await read(body)).choices[0].finish_reason).toBe('eos');
    const profile: ProviderProfile = { finishReasons: { eos: 'stop' } };
    expect((await read(body, profile)).choices[0].finish_reason).toBe('stop');
  });

  it('may stand for a failure', async () => {
    const profile: ProviderProfile = { finishReasons: { insufficient_system_resource: 'error' } };
    const body = content('Hello') + finish('insufficient_system_resource');
    expect(await read(body, profile)).toMatchObject({ kind: 'server', code: 'finish_error' });
  });

  it('are looked up among those of the profile alone', async () => {
    const body = content('Hello') + finish('constructor');
    const completion = await read(body, { finishReasons: {} });
    expect(completion.choices[0].finish_reason).toBe('constructor');
  });

  it('are none where they are empty: GenieX and older Ollama send that with every chunk', async () => {
    const empty = event([{ index: 0, delta: { content: 'Hello' }, finish_reason: '' }]);
    expect(await read(empty + done)).toMatchObject(unproven);
    const completion = await read(empty + done, { completeOn: 'done' });
    expect(completion.choices[0].finish_reason).toBe('stop');
  });
});

describe('parallel tool calls that all say index 0 (Gemini)', () => {
  const body = call('a', '{"city":"Bern"}') + call('b', '{"city":"Rome"}') + finish('tool_calls');

  it('are one call, as the protocol has it', async () => {
    const { tool_calls: calls } = (await read(body)).choices[0].message;
    expect(calls).toHaveLength(1);
  });

  it('are as many as there are ids where the profile tells them apart by id', async () => {
    const completion = await read(body, { toolCallsBy: 'id' });
    expect(completion.choices[0].message.tool_calls).toMatchObject([
      { id: 'a', function: { name: 'f', arguments: '{"city":"Bern"}' } },
      { id: 'b', function: { name: 'f', arguments: '{"city":"Rome"}' } },
    ]);
  });

  it('by id, pieces without one go on with the last, and an id that comes back finds its call', async () => {
    const piece = (id: string | undefined, json: string) =>
      event([
        { index: 0, delta: { tool_calls: [{ index: 0, id, function: { arguments: json } }] } },
      ]);
    const pieces = call('a', '{"x"') + piece(undefined, ':1') + call('b', '{') + piece('a', '}');
    const { message } = (await read(pieces + finish('tool_calls'), { toolCallsBy: 'id' }))
      .choices[0];
    expect(message.tool_calls).toMatchObject([
      { function: { arguments: '{"x":1}' } },
      { function: { arguments: '{' } },
    ]);
  });
});

describe('content that is a list of parts (Mistral)', () => {
  const thinking = (text: string) => ({ type: 'thinking', thinking: [{ type: 'text', text }] });
  const parts = (...list: unknown[]) => event([{ index: 0, delta: { content: list } }]);
  const body =
    parts(thinking('Hm')) +
    parts(thinking('.')) +
    parts({ type: 'text', text: 'Hel' }, { type: 'reference', reference_ids: [1] }) +
    content('lo') +
    finish('stop');

  it('breaks the protocol', async () => {
    const opening = openStream(new Response(body));
    await expect(opening).rejects.toMatchObject({ kind: 'protocol', code: 'invalid-chunk' });
  });

  it('is text and reasoning where the profile knows it, streamed and whole', async () => {
    const profile = { contentParts: true };
    const { message } = (await read(body, profile)).choices[0];
    expect(message).toMatchObject({ content: 'Hello', reasoning_content: 'Hm.' });
    const list = [thinking('Hm.'), { type: 'text', text: 'Hello' }];
    const json = { choices: [{ index: 0, message: { content: list }, finish_reason: 'stop' }] };
    const whole = (await read(JSON.stringify(json), profile)).choices[0];
    expect(whole.message).toMatchObject({ content: 'Hello', reasoning_content: 'Hm.' });
  });

  it('still breaks the protocol where a part is none', async () => {
    for (const part of [
      'text',
      null,
      { type: 'text', text: 1 },
      { type: 'thinking', thinking: [1] },
    ]) {
      const opening = openStream(new Response(parts(part)), { profile: { contentParts: true } });
      await expect(opening).rejects.toMatchObject({ kind: 'protocol', code: 'invalid-chunk' });
    }
  });
});

describe('one answer where several were asked for', () => {
  it('is truncated, unless the provider is known to ignore n', async () => {
    const body = content('Hello') + finish('stop') + done;
    expect(await read(body, undefined, 2)).toMatchObject(unproven);
    expect((await read(body, { ignoresN: true }, 2)).choices).toHaveLength(1);
  });
});
