import { getEventListeners } from 'node:events';
import { linkSignal } from '@farebox/client';
import type { ChatCompletion } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { sourceOfExchange } from './answer-source.js';
import type { ExchangeEnd } from './exchange.js';
import { setUp } from './fixtures/set-up.js';
import { defineTool } from './tools/define-tool.js';

const completion: ChatCompletion = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'gpt-4o-mini',
  choices: [],
};

/** An exchange of two pieces that keeps what became of it. */
function scripted({ failsAfter = Infinity } = {}) {
  const steps: string[] = [];
  async function* exchange(): AsyncGenerator<string, ExchangeEnd, void> {
    try {
      for (const [index, piece] of ['Hel', 'lo'].entries()) {
        if (index === failsAfter) throw new Error('broken');
        steps.push(piece);
        yield piece;
      }
      steps.push('whole');
      return { completion };
    } finally {
      steps.push('over');
    }
  }
  return { source: sourceOfExchange(exchange(), linkSignal(undefined)), steps };
}

async function read(text: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of text) pieces.push(piece);
  return pieces;
}

describe('the answer of an exchange', () => {
  it('hands out the text, and its end to whoever waits beside the loop', async () => {
    const { source } = scripted();
    const reading = read(source.text());
    expect(await source.end()).toEqual({ completion });
    expect(await reading).toEqual(['Hel', 'lo']);
  });

  it('does nothing before it is read, and reads itself where only its end is asked for', async () => {
    const { source, steps } = scripted();
    expect(steps).toEqual([]);
    expect(await source.end()).toEqual({ completion });
    expect(steps).toEqual(['Hel', 'lo', 'whole', 'over']);
  });

  it('ends the exchange where its reader leaves, and then has no end', async () => {
    const { source, steps } = scripted();
    for await (const _ of source.text()) break;
    expect(steps).toEqual(['Hel', 'over']);
    await expect(source.end()).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
  });

  it('aborts what is waited for where its reader leaves meanwhile, and lets go of the caller’s signal', async () => {
    const caller = new AbortController();
    const link = linkSignal(caller.signal);
    async function* waiting(): AsyncGenerator<string, ExchangeEnd, void> {
      await new Promise((resolve) => link.signal.addEventListener('abort', resolve));
      throw link.signal.reason;
    }
    const text = sourceOfExchange(waiting(), link).text()[Symbol.asyncIterator]();
    const piece = text.next();
    await text.return?.();
    await expect(piece).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('fails for the reader and for whoever waits with the same error, and unawaited in silence', async () => {
    const { source } = scripted({ failsAfter: 1 });
    await expect(read(source.text())).rejects.toThrow('broken');
    await expect(source.end()).rejects.toThrow('broken');
  });

  it('has one reader: another one is told so', async () => {
    const { source } = scripted();
    const ended = source.end();
    expect(() => source.text()).toThrow('already being read');
    await ended;
  });
});

it.each([
  ['one call', {}],
  ['several', { tools: [defineTool({ name: 'f', run: () => 'x' })] }],
])(
  'an answer of %s that is read twice says how it can be read, in the same words',
  async (_, options) => {
    const { client } = setUp(options);
    const stream = client.stream('Hello?');
    await read(stream);
    const again = await read(stream).catch((thrown) => thrown);
    expect(again).toMatchObject({
      kind: 'configuration',
      message: 'The stream is already being read.',
    });
    expect(again.fix).toContain('partials() with a schema, or its answer');
    const left = client.stream('Hello?');
    for await (const _piece of left) break;
    await expect(left.answer).rejects.toMatchObject({
      code: 'abandoned',
      fix: 'Read the stream to its end to get the whole answer.',
    });
  },
);
