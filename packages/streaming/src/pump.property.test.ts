import { ChatError, type ToolCall } from '@farebox/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt } from './fixtures/cut-at.js';
import { content, done, event, finish } from './fixtures/events.js';
import { naiveReading } from './fixtures/naive-reading.js';
import { facts, textOf } from './fixtures/open-pump.js';
import { randomStream } from './fixtures/random-stream.js';
import { ScriptedSource } from './fixtures/scripted-source.js';
import { Pump } from './pump.js';

function callsOf(calls: readonly ToolCall[] = []) {
  return calls.map((call) => (call.type === 'function' ? { id: call.id, ...call.function } : call));
}

/** Tokens with several bytes, escapes and a change of frame in the middle. */
const recorded = [
  event([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]),
  ...['Zü', 'rich', ' 👩‍👩‍👧', '日本', '"', '\n', 'é'].map((text) => content(text)),
  ': keep-alive\n\n',
  event([{ index: 0, delta: { content: 'x' }, finish_reason: null }], { system_fingerprint: 'f' }),
  content('y'),
  finish(),
  event([], { usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } }),
  done,
].join('');
const recordedText = 'Zürich 👩‍👩‍👧日本"\néxy';

describe('a stream cut anywhere', () => {
  it('reads as if every event had been parsed, through each view', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomStream,
        fc.array(fc.nat({ max: 5000 }), { maxLength: 12 }),
        async ({ stream, choices }, cuts) => {
          const bytes = new TextEncoder().encode(stream);
          const blocks = cutAt(
            bytes,
            cuts.map((cut) => cut % bytes.length),
          );
          const expected = naiveReading(stream);
          const open = async () => {
            const pump = new Pump(new ScriptedSource(blocks), { facts, expectedChoices: choices });
            await pump.open();
            return pump;
          };
          const byText = await open();
          expect((await textOf(byText)).join('')).toBe(expected.contents.get(0) ?? '');
          const byChunk = await open();
          const chunks = [];
          for await (const chunk of byChunk) chunks.push(chunk);
          const parsed = expected.chunks.map((chunk) => ({
            ...chunk,
            object: 'chat.completion.chunk',
          }));
          expect(chunks).toEqual(parsed);
          const completion = await byText.completion();
          expect(await byChunk.completion()).toEqual(completion);
          expect(completion.usage).toEqual(expected.usage);
          for (const { index, message } of completion.choices) {
            expect(message.content ?? '').toBe(expected.contents.get(index) ?? '');
          }
          const calls = completion.choices.flatMap(({ message }) => callsOf(message.tool_calls));
          const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
          expect(calls.sort(byId)).toEqual(expected.calls.sort(byId));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('at every byte: the text is the same', async () => {
    const bytes = new TextEncoder().encode(recorded);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const pump = new Pump(new ScriptedSource(cutAt(bytes, [cut])), { facts });
      await pump.open();
      const text = (await textOf(pump)).join('');
      if (text !== recordedText) expect(text, `cut at ${cut}`).toBe(recordedText);
    }
  });

  it('byte by byte: the text is the same', async () => {
    const bytes = new TextEncoder().encode(recorded);
    const pump = new Pump(new ScriptedSource([...bytes].map((byte) => Uint8Array.of(byte))), {
      facts,
    });
    await pump.open();
    expect((await textOf(pump)).join('')).toBe(recordedText);
  });

  it('ended after any byte: a prefix of the text, and success only once the finish was whole', async () => {
    const bytes = new TextEncoder().encode(recorded);
    const finishEnd = new TextEncoder().encode(
      recorded.slice(0, recorded.indexOf(finish()) + finish().length),
    ).length;
    for (let end = 1; end < bytes.length; end++) {
      const { text, error } = await readUntil(bytes.slice(0, end), 'close');
      expect(recordedText.startsWith(text)).toBe(true);
      expect(error?.kind, `ended after ${end} bytes`).toBe(
        end >= finishEnd ? undefined : 'truncated',
      );
    }
  });

  it('aborted after any byte: a prefix of the text, and never success before [DONE]', async () => {
    const bytes = new TextEncoder().encode(recorded);
    for (let end = 1; end < bytes.length; end++) {
      const { text, error } = await readUntil(bytes.slice(0, end), 'stall');
      expect(recordedText.startsWith(text)).toBe(true);
      expect(error?.kind, `aborted after ${end} bytes`).toBe('aborted');
    }
  });
});

/** Reads what comes; where the source stalls, the caller aborts. */
async function readUntil(bytes: Uint8Array, ending: 'close' | 'stall') {
  const pump = new Pump(new ScriptedSource([bytes], ending), { facts });
  const stop = () => pump.stop(new ChatError({ kind: 'aborted', message: 'Stopped.' }));
  let text = '';
  try {
    if (ending === 'stall') setImmediate(stop);
    await pump.open();
    for await (const piece of pump.text()) text += piece;
    return { text, error: undefined };
  } catch (thrown) {
    return { text, error: thrown as ChatError };
  }
}
