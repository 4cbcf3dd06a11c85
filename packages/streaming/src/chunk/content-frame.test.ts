import { describe, expect, it } from 'vitest';
import { chunkInFrame, learnFrame } from './content-frame.js';
import { readChunk } from './read-chunk.js';

function learn(json: string) {
  const raw = `data: ${json}\n\n`;
  const payload = readChunk(json);
  if ('error' in payload) throw new Error('an error event');
  return learnFrame(raw, payload.chunk);
}

describe('learnFrame', () => {
  it.each([
    '{"id":"c","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}',
    '{"choices":[{"finish_reason":null,"delta":{"content":"Hi","role":"assistant"},"index":0}],"id":"c"}',
    '{ "choices": [ { "delta": { "content":   "Hi" } } ], "usage": null }',
    '{"choices":[{"delta":{"refusal":null,"content":"Hi"},"logprobs":null}]}',
  ])('learns from any order and spacing: %s', (json) => {
    const frame = learn(json);
    expect(frame).toBeDefined();
    expect(`${frame?.head}Hi${frame?.tail}`).toBe(`data: ${json}\n\n`);
  });

  it('knows a second string that varies', () => {
    const frame = learn('{"choices":[{"delta":{"content":"Hi"}}],"obfuscation":"xyz","v":1}');
    expect(frame?.head).toBe('data: {"choices":[{"delta":{"content":"');
    expect(frame?.varying).toBe('"}}],"obfuscation":"');
    expect(frame?.tail).toBe('","v":1}\n\n');
  });

  it.each([
    ['a finish', '{"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}'],
    ['usage', '{"choices":[{"delta":{"content":"Hi"}}],"usage":{"total_tokens":1}}'],
    ['a tool call', '{"choices":[{"delta":{"content":"Hi","tool_calls":[{"index":0}]}}]}'],
    ['an empty list of tool calls', '{"choices":[{"delta":{"content":"Hi","tool_calls":[]}}]}'],
    ['log probabilities', '{"choices":[{"delta":{"content":"Hi"},"logprobs":{"content":[]}}]}'],
    ['reasoning', '{"choices":[{"delta":{"content":"Hi","reasoning":"hm"}}]}'],
    ['another choice', '{"choices":[{"index":1,"delta":{"content":"Hi"}}]}'],
    ['two choices', '{"choices":[{"delta":{"content":"Hi"}},{"index":1,"delta":{}}]}'],
    ['no choice', '{"choices":[]}'],
    ['empty content', '{"choices":[{"delta":{"content":""}}]}'],
    ['escaped content', '{"choices":[{"delta":{"content":"a\\nb"}}]}'],
    ['content that looks unescaped', '{"choices":[{"delta":{"content":"\\u0048i"}}]}'],
    ['a second field of that name', '{"content":"Hi","choices":[{"delta":{"content":"Hi"}}]}'],
    ['obfuscation first', '{"obfuscation":"x","choices":[{"delta":{"content":"Hi"}}]}'],
  ])('never learns from %s', (_name, json) => {
    expect(learn(json)).toBeUndefined();
  });
});

describe('chunkInFrame', () => {
  const json = (content: string, padding: string) =>
    `{"id":"c","choices":[{"delta":{"role":null,"content":"${content}"},"filter":{"hate":[{"on":false}]}}],"usage":null,"obfuscation":"${padding}"}`;

  function frameOf(text: string) {
    const frame = learn(text);
    if (frame === undefined) throw new Error('not learnt');
    return frame;
  }

  it('is what parsing the event would have given', () => {
    expect(chunkInFrame(frameOf(json('Hi', 'xyz')), 'there', 'ab')).toEqual(
      (readChunk(json('there', 'ab')) as { chunk: object }).chunk,
    );
  });

  it('shares nothing with the chunk before: a consumer may change what it gets', () => {
    const frame = frameOf(json('Hi', 'xyz'));
    const first = chunkInFrame(frame, 'a', '') as unknown as Spoilt;
    first.id = 'spoilt';
    first.choices[0].delta.role = 'spoilt';
    first.choices[0].filter.hate[0].on = 'spoilt';
    expect(JSON.stringify(chunkInFrame(frame, 'b', ''))).not.toContain('spoilt');
  });

  it('keeps a field named __proto__ a field', () => {
    const frame = frameOf('{"choices":[{"delta":{"content":"Hi"}}],"__proto__":{"polluted":1}}');
    const chunk = chunkInFrame(frame, 'a', '');
    expect(Object.hasOwn(chunk, '__proto__')).toBe(true);
    expect((chunk as { polluted?: number }).polluted).toBeUndefined();
  });
});

interface Spoilt {
  id: string;
  choices: [{ delta: { role: string }; filter: { hate: [{ on: string }] } }];
}
