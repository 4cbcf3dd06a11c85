import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { AnswerStream } from '../answer-stream.js';
import { setUp } from '../fixtures/set-up.js';
import type { DeepPartial } from './deep-partial.js';

const schema = z.object({ name: z.string(), sizes: z.array(z.number()) });
const text = '{"name": "A ladder", "sizes": [1, 2.5]}';

async function allOf<Value, Input>(stream: AnswerStream<Value, Input>) {
  const partials: DeepPartial<Input>[] = [];
  for await (const partial of stream.partials()) partials.push(partial);
  return partials;
}

describe('partial values', () => {
  it('grow with the text, and the last one is the whole', async () => {
    const { client } = setUp({}, { text });
    const stream = client.stream('?', { schema });
    expectTypeOf(stream.partials()).toEqualTypeOf<
      AsyncGenerator<{ name?: string; sizes?: number[] }, void, void>
    >();
    const partials = await allOf(stream);
    const { value } = await stream.answer;
    expect(partials.at(-1)).toEqual(value);
    expect(partials.every(({ name = '' }) => value.name.startsWith(name))).toBe(true);
    expect(new Set(partials).size).toBe(partials.length);
  });

  it.each([
    [
      'of a fenced answer',
      z.object({ a: z.string() }),
      'Use {braces}:\n```json\n{"a": "x y"}\n```',
      { a: 'x y' },
    ],
    ['of an answer in two braces', z.object({ a: z.string() }), '{{"a": "x y"}}', { a: 'x y' }],
    ['of a list', z.array(z.string()), '{"value": ["x y", "z"]}', ['x y', 'z']],
    [
      'of what may be absent',
      z.object({ a: z.string().optional(), b: z.string() }),
      '{"a": null, "b": "x"}',
      { b: 'x' },
    ],
  ])('%s', async (_name, given, said, last) => {
    const { client } = setUp({}, { text: said });
    const stream = client.stream('?', { schema: given as z.ZodType });
    const partials = await allOf(stream);
    expect(partials.at(-1)).toEqual(last);
    expect(JSON.stringify(partials)).not.toContain('null');
  });

  it('come also where the answer was asked for before', async () => {
    const { client } = setUp({}, { text });
    const stream = client.stream('?', { schema });
    const { answer } = stream;
    const partials = await allOf(stream);
    expect(partials.at(-1)).toEqual((await answer).value);
  });

  it('go on where an answer was gone on with, and that part begins anew', async () => {
    const { client, clock } = setUp(
      { onLength: 'continue', onTruncated: 'restart' },
      { text: '{"name": "A lad', finish: 'length' },
      { text: 'der {"name": "x", "sizes": [7, 8,', cut: true },
      { text: 'der", "sizes": [1, 2.5]}' },
    );
    const stream = client.stream('?', { schema });
    const reading = allOf(stream);
    await clock.advance(60_000);
    const partials = await reading;
    expect(partials.at(-1)).toEqual({ name: 'A ladder', sizes: [1, 2.5] });
    expect(partials.every(({ name }) => name?.startsWith('A'))).toBe(true);
    expect((await stream.answer).value).toEqual(partials.at(-1));
  });

  it('begin anew with a re-ask', async () => {
    const { client } = setUp({}, { text: '{"name": 1, "sizes": [7]}' }, { text });
    const heard: string[] = [];
    const stream = client.stream('?', { schema, observe: ({ type }) => heard.push(type) });
    const before: unknown[] = [];
    const after: unknown[] = [];
    for await (const partial of stream.partials()) {
      const seen = heard.includes('re-ask') ? after : before;
      seen.push(typeof partial.name);
    }
    expect(before).toContain('number');
    expect(after).not.toContain('number');
    expect(after).toContain('string');
  });

  it('begin anew with a restart', async () => {
    const { client, clock } = setUp(
      { onTruncated: 'restart' },
      { text: '{"name": "A broken', cut: true },
      { text },
    );
    const reading = allOf(client.stream('?', { schema }));
    await clock.advance(1000);
    const partials = await reading;
    expect(partials.some(({ name }) => name === 'A broken')).toBe(true);
    expect(partials.at(-1)).toEqual({ name: 'A ladder', sizes: [1, 2.5] });
  });

  it('of an answer that never is JSON there are none, and the loop throws what the answer does', async () => {
    const { client } = setUp({ reasks: 0 }, { text: 'Well { no } "a": 1' });
    const stream = client.stream('?', { schema });
    await expect(allOf(stream)).rejects.toMatchObject({ kind: 'schema', code: 'no-json' });
    await expect(stream.answer).rejects.toMatchObject({ kind: 'schema' });
  });

  it('leaving them closes the call', async () => {
    const { client, clock } = setUp({}, { text, stalls: true });
    for await (const _ of client.stream('?', { schema }).partials()) break;
    await clock.advance(0);
    expect(client.spent).toBeGreaterThan(0n);
    expect(clock.pending).toBe(0);
  });

  it('there are none without a schema', async () => {
    const { client } = setUp();
    await expect(allOf(client.stream('?'))).rejects.toMatchObject({ kind: 'configuration' });
  });

  it('of a stream that is cut at any byte are beginnings of the whole', async () => {
    const whole = { name: 'Äb', sizes: [2.5] };
    const body = streamed('{"name": "Äb', '", "sizes": [2.5]}');
    for (let length = 0; length <= body.length; length++) {
      const { client } = setUp({ retry: false }, { body: body.slice(0, length) });
      const partials: unknown[] = [];
      const reading = (async () => {
        for await (const partial of client.stream('?', { schema }).partials())
          partials.push(partial);
      })();
      // Without its finish in a whole event, no stream is complete.
      if (length === body.length) await reading;
      else await expect(reading).rejects.toThrow();
      for (const { name = '', sizes = [] } of partials as Partial<typeof whole>[]) {
        expect(whole.name.startsWith(name)).toBe(true);
        expect(whole.sizes.slice(0, sizes.length)).toEqual(sizes);
      }
    }
  });
});

/** A stream with a chunk for each piece. */
function streamed(...pieces: string[]): string {
  const chunk = (delta: object, finish_reason?: string) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  return pieces.map((content) => chunk({ content })).join('') + chunk({}, 'stop');
}
