import { expect, it } from 'vitest';
import { content, done, finish } from '../fixtures/events.js';
import { openPump, textOf } from '../fixtures/open-pump.js';
import { ScriptedSource } from '../fixtures/scripted-source.js';
import { Pump } from '../pump.js';
import { encodeEvent, toEventStream } from './encode.js';

it('a line break in the payload does not end the event', () => {
  expect(encodeEvent({ text: 'a\n\nb' })).toBe('data: {"text":"a\\n\\nb"}\n\n');
});

it('what it writes reads back as the same text', async () => {
  const { pump } = await openPump([content('Zü\n'), content('"rich"') + finish() + done]);
  const bytes: Uint8Array[] = [];
  for await (const block of toEventStream(pump)) bytes.push(block);
  const again = new Pump(new ScriptedSource(bytes), { facts: pump.facts });
  await again.open();
  expect((await textOf(again)).join('')).toBe('Zü\n"rich"');
  expect(new TextDecoder().decode(bytes.at(-1))).toBe(done);
});

it('a failure goes out as an error event, without [DONE]', async () => {
  const { pump } = await openPump([content('a')]);
  const text = await new Response(toEventStream(pump)).text();
  expect(text).toContain('"type":"truncated"');
  expect(text).not.toContain('[DONE]');
});

it('nothing is read before the reader asks, and cancelling closes the reply', async () => {
  const { pump, source, ends } = await openPump([content('a'), content('b')], 'stall');
  const reader = toEventStream(pump).getReader();
  expect(pump.reads).toBe(0);
  await reader.read();
  await reader.cancel();
  expect(source.cancelled).toBe(1);
  expect(ends).toEqual(['abandoned']);
});
