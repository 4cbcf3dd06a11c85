import { inspect } from 'node:util';
import { type ChatCompletion, isChatError } from '@farebox/core';
import { afterEach, describe, expect, it } from 'vitest';
import { done, finish } from './fixtures/events.js';
import { hostileJson } from './fixtures/hostile-json.js';
import { openStream } from './open-stream.js';

const canary = 'canary-answer';
const toEvent = (json: string) => `data: ${json.split('\n').join('\ndata: ')}\n\n`;

/** Where the text stands: in the place of a field's value, in a chunk and in a delta. */
const places = {
  'in a chunk': (json: string) =>
    `{"choices":[{"index":0,"delta":{"content":"${canary}"}}],"more":${json}}`,
  'in a delta': (json: string) =>
    `{"choices":[{"index":0,"delta":{"content":"${canary}","more":${json}}}]}`,
};

async function read(body: string): Promise<ChatCompletion | string> {
  try {
    return await (await openStream(new Response(body))).completion();
  } catch (thrown) {
    expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(canary);
    return isChatError(thrown) ? `${thrown.kind} ${thrown.code}` : inspect(thrown);
  }
}

afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype).filter((key) => key === 'polluted')).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe.each(Object.entries(places))('JSON %s', (_place, inPlace) => {
  it.each(hostileJson)('%s', async (_title, json, verdict) => {
    const said = await read(toEvent(inPlace(json)) + finish() + done);
    if (verdict === 'valid') {
      const { choices, more } = said as ChatCompletion & { more?: unknown };
      const [message] = choices.map(
        ({ message }) => message as { content: unknown; more?: unknown },
      );
      expect(message?.content).toBe(canary);
      const carried = more ?? message?.more;
      expect(carried).toEqual(JSON.parse(json));
      expect((carried as { polluted?: unknown }).polluted).toBeUndefined();
      // Printing and copying are what overflows, where depth is not held.
      expect(structuredClone(JSON.parse(JSON.stringify(said)))).toBeTypeOf('object');
    } else {
      expect(said).toBe(verdict === 'deep' ? 'too-large json-depth' : 'protocol invalid-json');
    }
  });
});

describe('as the whole reply, as an event of its own, and as the report of an error', () => {
  it.each(hostileJson)('%s', async (_title, json, verdict) => {
    const ends = [await read(json), await read(toEvent(json) + done)];
    for (const end of ends) expect(end).toMatch(/^(protocol|truncated|too-large) (?!internal)/);
    const report = await read(`event: error\n${toEvent(json)}`);
    expect(report).toBeTypeOf('string');
    if (verdict === 'deep') expect(report).toBe('too-large json-depth');
    else expect(report).not.toMatch(/internal|^too-large/);
  });
});

it('a tool’s arguments are handed on as they are, whatever they are', async () => {
  for (const [title, json] of hostileJson) {
    const call = { index: 0, id: 'a', function: { name: 'f', arguments: json } };
    const chunk = JSON.stringify({ choices: [{ delta: { tool_calls: [call] } }] });
    const said = await read(toEvent(chunk) + finish() + done);
    expect(said, title).toMatchObject({
      choices: [{ message: { tool_calls: [{ function: { arguments: json } }] } }],
    });
  }
});
