import type { ChatRequest } from '@farebox/core';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { png, wav } from '../fixtures/media.js';
import { promptTokens } from './prompt-tokens.js';
import { loadTokenizer } from './tokenizer.js';

const tokenizer = await loadTokenizer();
const count = (request: Partial<ChatRequest>) =>
  promptTokens(tokenizer, { model: 'gpt-4o', messages: [], ...request });
const words = (...texts: string[]) => texts.reduce((sum, text) => sum + encode(text).length, 0);
const priming = 3;
/** A user message without content. */
const bare = priming + 3 + words('user');

describe('a prompt', () => {
  it('costs 3 for each message beside its words, 1 for a name, and 3 for the reply', () => {
    const { tokens, estimated } = count({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', name: 'ada', content: [{ type: 'text', text: 'Hello there' }] },
      ],
    });
    const text = words('system', 'Be brief.', 'user', 'ada', 'Hello there');
    expect({ tokens, estimated }).toEqual({ tokens: 3 + 3 + 3 + 1 + text, estimated: false });
  });

  it('costs the names and arguments of calls, and a refusal, but not the ids', () => {
    const { tokens } = count({
      messages: [
        {
          role: 'assistant',
          content: null,
          refusal: 'I cannot.',
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'add', arguments: '{"a":1}' } },
            { id: 'call_2', type: 'custom', custom: { name: 'say', input: 'hi' } },
          ],
          function_call: { name: 'old', arguments: '{}' },
        },
        { role: 'tool', tool_call_id: 'call_1', content: '2' },
      ],
    });
    const said = ['assistant', 'I cannot.', 'add', '{"a":1}', 'say', 'hi', 'old', '{}'];
    expect(tokens).toBe(priming + 3 + 3 + words(...said, 'tool', '2'));
  });

  it('costs the JSON of its tools and of its answer’s schema, as it was sent', () => {
    const tool = {
      type: 'function' as const,
      function: { parameters: { type: 'object', properties: {} }, name: 'add' },
    };
    const schema = { name: 'sum', schema: { type: 'object' }, strict: true };
    const { tokens, estimated } = count({
      tools: [tool, tool],
      response_format: { type: 'json_schema', json_schema: schema },
    });
    const json = [tool, tool, schema].map((value) => JSON.stringify(value));
    expect({ tokens, estimated }).toEqual({ tokens: priming + words(...json), estimated: false });
  });
});

describe('breakpoints', () => {
  it('are the ends of marked parts, and of user and tool messages, to the token', () => {
    const mark = { mode: 'explicit', ttl: '12h' } as const;
    const { tokens, breakpoints } = count({
      messages: [
        {
          role: 'system',
          content: [
            { type: 'text', text: 'Be brief.', prompt_cache_breakpoint: mark },
            { type: 'text', text: 'And kind.' },
          ],
        },
        { role: 'user', name: 'ada', content: 'Hello there' },
        { role: 'assistant', content: 'Hello.' },
        { role: 'tool', tool_call_id: 'call_1', content: '2' },
      ],
    });
    const rules = 3 + words('system', 'Be brief.');
    const asked = rules + words('And kind.') + 3 + 1 + words('user', 'Hello there', 'ada');
    expect(breakpoints.map(({ tokens: at, mark: its }) => [at, its])).toEqual([
      [rules, mark],
      [asked, undefined],
      [tokens - priming, undefined],
    ]);
  });

  it('are the same in a prompt that goes on as in one that ends there, and another for other text', () => {
    const endOf = (content: string, ...rest: ChatRequest['messages']) =>
      count({ messages: [{ role: 'user', content }, ...rest] }).breakpoints[0];
    const more = { role: 'assistant', content: 'Hello.' } as const;
    expect(endOf('Hi', more)).toEqual(endOf('Hi'));
    expect(endOf('Ho')?.fingerprint).not.toBe(endOf('Hi')?.fingerprint);
  });
});

describe('images, sound and files', () => {
  it('are counted beside the text, and partition the prompt with it', () => {
    const image = (url: string) => ({ type: 'image_url', image_url: { url } }) as const;
    const sound = {
      type: 'input_audio',
      input_audio: { data: wav(1000), format: 'wav' },
    } as const;
    const content = [image(`data:image/png;base64,${png(513, 100)}`), sound];
    expect(count({ messages: [{ role: 'user', content }] })).toMatchObject({
      tokens: bare + 85 + 2 * 170 + 10,
      imageTokens: 85 + 2 * 170,
      audioTokens: 10,
      estimated: false,
    });
  });

  it('that nobody can look at are estimates: an image at a URL, a file', () => {
    const url = 'https://example.com/cat.png';
    const remote = { type: 'image_url', image_url: { url } } as const;
    const known = { type: 'file', file: { file_id: 'file-1' } } as const;
    const sent = {
      type: 'file',
      file: { file_data: `data:application/pdf;base64,${'A'.repeat(88)}` },
    } as const;
    for (const [part, tokens] of [
      [remote, 765],
      [known, 1000],
      [sent, 2],
    ] as const) {
      const counted = count({ messages: [{ role: 'user', content: [part] }] });
      expect(counted).toMatchObject({ tokens: bare + tokens, estimated: true });
    }
  });

  it('of other bytes and the same size make another prefix', () => {
    const prefixOf = (last: string) => {
      const data = wav(120_000).replace(/A(=*)$/, `${last}$1`);
      const sound = { type: 'input_audio', input_audio: { data, format: 'wav' } } as const;
      return count({ messages: [{ role: 'user', content: [sound] }] }).prefixes[0]?.fingerprint;
    };
    expect(prefixOf('A')).toBe(prefixOf('A'));
    expect(prefixOf('A')).not.toBe(prefixOf('Q'));
  });
});
