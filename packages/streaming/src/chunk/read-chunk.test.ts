import { inspect } from 'node:util';
import { isChatError } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { Assembler } from './assembler.js';
import { readChunk } from './read-chunk.js';

function chunkOf(payload: unknown) {
  const read = readChunk(JSON.stringify(payload));
  if ('error' in read) throw new Error('an error event');
  return read.chunk;
}

describe('what is missing is filled in', () => {
  it('a choice without index, delta and finish_reason', () => {
    expect(chunkOf({ choices: [{}] }).choices).toEqual([
      { index: 0, delta: {}, finish_reason: null },
    ]);
  });

  it('an empty finish_reason is none', () => {
    expect(chunkOf({ choices: [{ finish_reason: '' }] }).choices[0]?.finish_reason).toBeNull();
  });

  it('choices that are missing are none, and unknown fields pass through', () => {
    expect(chunkOf({ prompt_filter_results: [1] })).toMatchObject({
      choices: [],
      prompt_filter_results: [1],
    });
  });

  it('a whole message becomes one delta, its tool calls numbered', () => {
    const message = { role: 'assistant', tool_calls: [{ id: 'a' }, { id: 'b' }] };
    expect(chunkOf({ choices: [{ message }] }).choices[0]).toEqual({
      index: 0,
      delta: {
        role: 'assistant',
        tool_calls: [
          { index: 0, id: 'a' },
          { index: 1, id: 'b' },
        ],
      },
      finish_reason: null,
    });
  });
});

describe('errors in the place of a chunk', () => {
  it.each([
    ['{"error":{"code":1}}', undefined, { code: 1 }],
    ['{"error":"words"}', undefined, 'words'],
    ['{"error":{"code":1}}', 'error', { code: 1 }],
    ['{"code":1}', 'error', { code: 1 }],
    ['plain words', 'error', 'plain words'],
    ['null', 'error', null],
  ])('%s, named %s', (data, name, error) => {
    expect(readChunk(data, name)).toEqual({ error });
  });

  it('finish_reason "error" is one', () => {
    expect(readChunk('{"choices":[{"finish_reason":"error"}]}')).toHaveProperty('error.code');
  });

  it('an error that is null is none', () => {
    expect(readChunk('{"error":null,"choices":[]}')).toHaveProperty('chunk');
  });
});

describe('hostile payloads end as protocol errors that do not repeat them', () => {
  const secret = 'canary-answer';
  it.each([
    [`{"${secret}`, 'invalid-json'],
    [`"${secret}"`, 'invalid-chunk'],
    [`["${secret}"]`, 'invalid-chunk'],
    ['null', 'invalid-chunk'],
    [`{"choices":"${secret}"}`, 'invalid-chunk'],
    [`{"choices":["${secret}"]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":"${secret}"}]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":{"content":["${secret}"]}}]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":{"content":7}}]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":{"tool_calls":"${secret}"}}]}`, 'invalid-chunk'],
    [`{"choices":[{"message":{"tool_calls":"${secret}"}}]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":{"tool_calls":[null]}}]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":{"tool_calls":[{"function":{"arguments":{}}}]}}]}`, 'invalid-chunk'],
    [
      `{"choices":[{"delta":{"tool_calls":[{"function":{"name":["${secret}"]}}]}}]}`,
      'invalid-chunk',
    ],
    [`{"choices":[{"delta":{"tool_calls":[{"function":"${secret}"}]}}]}`, 'invalid-chunk'],
    [
      `{"choices":[{"delta":{"tool_calls":[{"custom":{"input":["${secret}"]}}]}}]}`,
      'invalid-chunk',
    ],
    [
      `{"choices":[{"delta":{"function_call":{"arguments":{"toString":"${secret}"}}}}]}`,
      'invalid-chunk',
    ],
    [`{"choices":[{"delta":{"refusal":{"toString":"${secret}","valueOf":1}}}]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":{"reasoning":["${secret}"]}}]}`, 'invalid-chunk'],
    [`{"choices":[{"delta":{"audio":{"data":{"toString":"${secret}"}}}}]}`, 'invalid-chunk'],
    [`{"choices":[{"logprobs":{"content":{"a":"${secret}"}}}]}`, 'invalid-chunk'],
    [`{"choices":[{"logprobs":"${secret}"}]}`, 'invalid-chunk'],
    [`{"choices":[{"finish_reason":["${secret}"]}]}`, 'invalid-chunk'],
    [`{"choices":[{"index":"${secret}"}]}`, 'invalid-index'],
    ['{"choices":[{"index":-1}]}', 'invalid-index'],
    ['{"choices":[{"index":1.5}]}', 'invalid-index'],
    ['{"choices":[{"index":128}]}', 'invalid-index'],
    ['{"choices":[{"index":4294967296}]}', 'invalid-index'],
    ['{"choices":[{"index":"__proto__"}]}', 'invalid-index'],
  ])('%s', (data, code) => {
    let thrown: unknown;
    try {
      readChunk(data);
    } catch (error) {
      thrown = error;
    }
    expect(isChatError(thrown)).toBe(true);
    expect(thrown).toMatchObject({ kind: 'protocol', code });
    expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(secret);
  });

  it('index 127 is the last that is accepted', () => {
    expect(chunkOf({ choices: [{ index: 127 }] }).choices[0]?.index).toBe(127);
  });

  it('100,000 nested arrays neither overflow the stack nor hang', () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const read = readChunk(`{"choices":[{"delta":{"content":"a"}}],"deep":${nested}}`);
    if ('error' in read) throw new Error('an error event');
    const assembler = new Assembler(1);
    assembler.add(read.chunk);
    expect(assembler.partial().choices[0]?.message.content).toBe('a');
    expect(() => readChunk('['.repeat(100_000))).toThrow('not valid JSON');
  });

  it('__proto__ as a key changes no prototype', () => {
    const payload =
      '{"__proto__":{"polluted":1},"choices":[{"delta":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},"finish_reason":"stop"}]}';
    const read = readChunk(payload);
    if ('error' in read) throw new Error('an error event');
    const assembler = new Assembler(1);
    assembler.add(read.chunk);
    const completion = assembler.completion();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((completion as { polluted?: number }).polluted).toBeUndefined();
    expect(completion.choices[0]?.message).not.toHaveProperty('polluted');
  });
});
