import { getEventListeners } from 'node:events';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { chunksOf, replyUnder, streaming } from '../fixtures/reply-under.js';
import { simulate } from '../simulate.js';
import type { FaultName } from './faults.js';
import type { FaultStep } from './script.js';

const mebibyte = 1024 * 1024;

/** Reads so many bytes of a flood, and leaves it. */
async function begun(
  step: FaultStep,
  request: Record<string, unknown> = streaming,
  bytes = 2 * mebibyte,
) {
  const clock = virtualClock();
  const simulator = simulate({ seed: 1, clock, faults: [step] });
  const { signal } = new AbortController();
  const response = await ask(simulator, request, { signal });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < bytes) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) throw new Error(`The flood ended after ${text.length} bytes.`);
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return {
    text,
    line: simulator.books.requests[0],
    left: clock.pending + getEventListeners(signal, 'abort').length,
  };
}

async function wholeUsage(request: Record<string, unknown>) {
  const simulator = simulate({ seed: 1, clock: virtualClock() });
  await (await ask(simulator, request)).text();
  return simulator.books.requests[0]?.usage;
}

const endless: FaultName[] = ['giant-line', 'endless-event', 'endless-events', 'endless-comments'];

describe.each(endless)('%s', (fault) => {
  it.each([
    ['streaming', streaming],
    ['streaming with two choices', { ...streaming, n: 2 }],
    ['JSON', {}],
  ])('goes on for as long as a %s reply is read, and leaves nothing behind', async (_, request) => {
    const { line, left } = await begun(fault, request);
    expect(left).toBe(0);
    expect(line).toMatchObject({ status: 200, ended: 'disconnected' });
    const whole = await wholeUsage(request);
    expect(line?.usage.prompt_tokens).toBe(whole?.prompt_tokens);
    expect(line?.usage.completion_tokens).toBeLessThanOrEqual(whole?.completion_tokens ?? 0);
  });
});

describe('after the role chunk of a stream', () => {
  const rest = (text: string) => text.slice(text.indexOf('\n\n') + 2);

  it('giant-line is one line', async () => {
    const { text } = await begun('giant-line');
    expect(text).toMatch(/^data: \{[^\n]+"role":"assistant"/);
    expect(rest(text)).toMatch(/^data: \{"choices":\[.*"content":"x+$/);
  });

  it('endless-event is lines of one event', async () => {
    const { text } = await begun('endless-event');
    expect(rest(text)).toMatch(/^(?:data: x\n)+$/);
  });

  it('endless-events are chunks of the same reply with a letter each', async () => {
    const { text } = await begun('endless-events');
    const [opening, ...others] = chunksOf(text.slice(0, text.lastIndexOf('\n\n') + 2));
    expect(others.length).toBeGreaterThan(2000);
    expect(new Set(others.map(({ id }) => id))).toEqual(new Set([opening?.id]));
    expect(new Set(others.map(({ choices }) => choices[0]?.delta.content))).toEqual(new Set(['a']));
  });

  it('endless-comments are comments', async () => {
    const { text } = await begun('endless-comments');
    expect(rest(text)).toMatch(/^(?:: keep-alive\n\n)+$/);
  });
});

describe('a JSON reply', () => {
  it.each<FaultName>(['endless-event', 'endless-events', 'endless-comments'])(
    'has blanks and nothing else under %s',
    async (fault) => {
      expect((await begun(fault, {})).text).toMatch(/^ +$/);
    },
  );

  it('has one string that goes on under giant-line', async () => {
    expect((await begun('giant-line', {})).text).toMatch(/^\{"choices":\[.*"content":"x+$/);
  });
});

describe('giant-line ends after so many bytes', () => {
  it.each([0, 1, 46, 100, 65_536, 1_000_001])('%i', async (bytes) => {
    const opening = (await replyUnder({ fault: 'cut', afterChunks: 1 })).bytes;
    expect((await replyUnder({ fault: 'giant-line', bytes })).bytes).toHaveLength(
      opening.length + bytes,
    );
    expect((await replyUnder({ fault: 'giant-line', bytes }, {})).bytes).toHaveLength(bytes);
  });

  it('and then the body closes, and the prompt was billed', async () => {
    const simulator = simulate({ faults: [{ fault: 'giant-line', bytes: 100_000 }] });
    await (await ask(simulator, streaming)).text();
    const [line] = simulator.books.requests;
    expect(line).toMatchObject({ ended: 'failed', usage: { completion_tokens: 0 } });
    expect(line?.cost).toBeGreaterThan(0n);
  });
});

describe('keep-alive-only', () => {
  it.each([
    ['a comment', streaming, ': keep-alive\n\n'],
    ['a blank', {}, ' '],
  ])('sends %s a second, by the clock alone', async (_, request, unit) => {
    const clock = virtualClock();
    const simulator = simulate({ clock, faults: ['keep-alive-only'] });
    const response = await ask(simulator, request);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    const reading = (async () => {
      for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
        text += decoder.decode(read.value);
      }
    })();
    await clock.advance(0);
    const opening = text;
    await clock.advance(999);
    expect(text).toBe(opening);
    await clock.advance(1);
    expect(text).toBe(opening + unit);
    await clock.advance(60_000);
    expect(text).toBe(opening + unit.repeat(61));
    await reader?.cancel();
    await reading;
    expect(clock.pending).toBe(0);
    expect(simulator.books.requests[0]?.ended).toBe('disconnected');
  });

  it('is ended by an abort between two comments, and leaves no timer and no listener', async () => {
    const clock = virtualClock();
    const simulator = simulate({ clock, faults: ['keep-alive-only'] });
    const controller = new AbortController();
    const { signal } = controller;
    const response = await ask(simulator, streaming, { signal });
    const reading = response.text().catch((error: unknown) => error);
    await clock.advance(2500);
    controller.abort('enough');
    expect(await reading).toBe('enough');
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(simulator.books.requests[0]?.ended).toBe('disconnected');
  });
});

it('an endless flood is ended by an abort while it is read', async () => {
  const simulator = simulate({ faults: ['endless-comments'] });
  const controller = new AbortController();
  const response = await ask(simulator, streaming, { signal: controller.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  const reading = reader?.read().then(String, (error: unknown) => error);
  controller.abort('enough');
  expect(await reading).toBe('enough');
  expect(simulator.books.requests[0]?.ended).toBe('disconnected');
});

it('a fault that ends a stream ends the flood before it, too', async () => {
  const step = [{ fault: 'endless-events' }, { fault: 'error-event' }] as const;
  const text = new TextDecoder().decode((await replyUnder(step)).bytes);
  expect(text).toContain('"error":{');
  expect(text.length).toBeLessThan(10_000);
});
