import { virtualClock } from '@farebox/core/testing';
import { type FaultStep, simulate } from '@farebox/simulator';
import { openStream } from '@farebox/streaming';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readySimulator } from '../simulator/ready-simulator.js';
import { firstRefused } from './first-refused.js';
import { readPrefix } from './read-prefix.js';
import { groupAt, stopFrom, wireMap } from './wire-map.js';

// The tokenizer loads in real time.
beforeAll(async () => {
  await readySimulator();
}, 60_000);

const bytesOf = (text: string) => new TextEncoder().encode(text);
const says = (text: string) => wireMap(bytesOf(text)).events.map((event) => event.says);
const chunk = (content: string) =>
  `{"choices":[{"index":0,"delta":{"content":"${content}"},"finish_reason":null}]}`;

/** A reply of the simulator as it is under a fault, whole. */
async function replyUnder(...faults: readonly FaultStep[]) {
  const { fetch } = simulate({ seed: 1, faults, clock: virtualClock() });
  const reply = await fetch('http://simulator/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'gpt-4o-mini',
      stream: true,
      stream_options: { include_usage: true },
      messages: [{ role: 'user', content: 'What is a list comprehension?' }],
    }),
  });
  return new Uint8Array(await reply.arrayBuffer());
}

describe('the events of a reply', () => {
  it.each<FaultStep>([
    'ok',
    'split-bytes',
    'crlf',
    'cr',
    'bom',
    'two-boms',
    'bom-inside',
    'mixed-line-ends',
    'invalid-utf8',
    'repeated-chunks',
    'usage-everywhere',
  ])('under %s: after each, the library has one chunk more', async (fault) => {
    const bytes = await replyUnder(fault);
    const { events } = wireMap(bytes);
    const chunks = events.filter(({ says }) => says === 'chunk' || says === 'usage');
    expect(chunks.length).toBeGreaterThan(10);
    for (const [index, { to }] of chunks.entries()) {
      // The first one has nothing of an answer, and so no stream.
      if (index === 0) continue;
      let count = 0;
      const stream = await openStream(new Response(bytes.slice(0, to)));
      stream.watch({ chunk: () => count++ });
      await stream.completion().catch(() => {});
      expect(count).toBe(index + 1);
    }
    expect(events.at(-1)?.says).toBe('done');
  });

  it('are told apart by what they say', () => {
    const usage = '{"choices":[],"usage":{"prompt_tokens":1}}';
    const parts = [chunk('a'), usage, '{"error":{"message":"No."}}', '<p>', '[DONE]', chunk('b')];
    const text = parts.map((data) => `data: ${data}\n\n`).join('');
    expect(says(text)).toEqual(['chunk', 'usage', 'error', 'not-json', 'done', 'ignored']);
    expect(says('event: error\ndata: Overloaded\n\n')).toEqual(['error']);
    expect(says(`data: ${chunk('a')}\n`)).toEqual(['unfinished']);
  });

  it('may have several lines, and comments belong to none', () => {
    const map = wireMap(bytesOf(': hello\n\ndata: {"choices":\r\ndata: []}\r\n\r\n:\n'));
    expect(map.events).toMatchObject([{ data: '{"choices":\n[]}', says: 'chunk' }]);
    expect(map.groups.map(({ number }) => number)).toEqual([undefined, 1, undefined]);
  });

  it('an event without data is none', () => {
    expect(says('event: ping\n\n: x\n\nid: 7\n\n')).toEqual([]);
  });
});

it('a JSON reply, a page and an error are no events', () => {
  expect(wireMap(bytesOf(' {"choices":[]}')).form).toBe('json');
  expect(wireMap(bytesOf('<html>\n<p>502')).form).toBe('html');
  expect(wireMap(bytesOf('Bad Gateway'), 502)).toMatchObject({ form: 'other', events: [] });
});

it('every byte is in one group, whatever the bytes', () => {
  const piece = fc.constantFrom('data: x', ': c', 'event: e', '\n', '\r', '\r\n', '{', 'é', '\n\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const map = wireMap(bytesOf(pieces.join('')));
      let at = 0;
      for (const { from, to, lines } of map.groups) {
        expect(from).toBe(at);
        expect(lines[0]?.from).toBe(from);
        at = to;
      }
      expect(at).toBe(map.length);
      for (let position = 1; position <= at; position++) {
        const { from = 0, to = 0 } = map.groups[groupAt(map, position)] ?? {};
        expect(from < position && position <= to).toBe(true);
      }
    }),
  );
});

it('stops are the ends of groups, both ways, and the ends of the reply', () => {
  const map = wireMap(bytesOf('data: a\n\ndata: b\n\n'));
  expect([0, 3, 9, 18].map((at) => stopFrom(map, at, 1))).toEqual([9, 9, 18, 18]);
  expect([0, 3, 9, 18].map((at) => stopFrom(map, at, -1))).toEqual([0, 0, 0, 9]);
});

it('a reply of 200,000 line ends is still a list that can be shown', () => {
  const map = wireMap(bytesOf('\n'.repeat(200_000)));
  expect(map.groups.flatMap(({ lines }) => lines).length).toBeLessThanOrEqual(4_000);
  expect(map.groups.at(-1)?.to).toBe(200_000);
});

describe('what the library has after some bytes', () => {
  it('grows with them, and is complete once the finish was seen', async () => {
    const bytes = await replyUnder('ok');
    const { events } = wireMap(bytes);
    let text = '';
    for (const { to, says } of events) {
      const { partial, error } = await readPrefix(bytes, to);
      const now = partial?.choices[0]?.message.content ?? '';
      expect(now.startsWith(text)).toBe(true);
      text = now;
      if (says === 'usage' || says === 'done') expect(error).toBeUndefined();
    }
    expect(text.length).toBeGreaterThan(100);
    expect(await readPrefix(bytes, 0)).toMatchObject({ error: { code: 'empty-body' } });
  });

  it('of a JSON reply is nothing before its last byte', async () => {
    const bytes = bytesOf(
      '{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]}',
    );
    expect((await readPrefix(bytes, bytes.length - 1)).partial?.choices ?? []).toEqual([]);
    const { partial, error } = await readPrefix(bytes, bytes.length);
    expect(partial?.choices[0]?.message.content).toBe('Hi');
    expect(error).toBeUndefined();
  });
});

describe('the event that the library refuses', () => {
  const reply = (...parts: readonly string[]) =>
    bytesOf(parts.map((data) => `data: ${data}\n\n`).join(''));
  const refusedIn = (bytes: Uint8Array<ArrayBuffer>) => firstRefused(bytes, wireMap(bytes).events);

  it('is the first that is no chunk', async () => {
    expect(await refusedIn(reply(chunk('a'), chunk('b'), '<p>', chunk('c')))).toBe(3);
    expect(await refusedIn(reply('{"error":{"message":"No."}}'))).toBe(1);
  });

  it('is none where the reply is whole, or only ends early', async () => {
    expect(await refusedIn(await replyUnder('ok'))).toBeUndefined();
    expect(await refusedIn(reply(chunk('a'), chunk('b')))).toBeUndefined();
    expect(await refusedIn(bytesOf(''))).toBeUndefined();
  });
});
