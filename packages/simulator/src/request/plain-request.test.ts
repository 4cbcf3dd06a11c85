import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFields } from './check-fields.js';
import { malformed } from './fixtures/malformed.js';
import { malformedValues } from './fixtures/malformed-values.js';
import { parseJson } from './parse-json.js';
import { isPlain } from './plain-request.js';

const messages = [{ role: 'user', content: 'Hi' }];

describe('a plain request', () => {
  it.each([
    { model: 'gpt-4o-mini', messages },
    { model: 'm', messages, stream: true, stream_options: { include_usage: true } },
    { model: 'm', messages: [{ content: '', role: 'developer' }], temperature: 2, max_tokens: 1 },
    { model: 'm', messages, stream_options: { include_usage: true, include_obfuscation: false } },
    { model: 'm', messages, max_completion_tokens: 16_384, stream: false, temperature: 0 },
  ])('%j is one', (body) => {
    expect(isPlain(body)).toBe(true);
  });

  it.each([
    { model: 'm', messages, tools: [] },
    { model: 'm', messages, stream: null },
    { model: 'm', messages, stream_options: [] },
    { model: 'm', messages, stream_options: { include_usage: null } },
    { model: 'm', messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] },
    { model: 'm', messages: [{ role: 'user', content: 'Hi', name: 'ada' }] },
    { model: 'm', messages: [{ role: ['user'], content: 'Hi' }] },
    { model: 'm', messages: [{ role: { toString: 1 }, content: 'Hi' }] },
    { model: 'm', messages: { 0: messages[0], length: 1 } },
    { model: 'm', messages: [{ role: 'user' }] },
    { model: 'm', messages: [['user', 'Hi']] },
    JSON.parse('{"model":"m","messages":[{"role":"user","content":"Hi"}],"__proto__":1}'),
    JSON.parse('{"model":"m","messages":[{"role":"user","content":"Hi"}],"constructor":1}'),
  ])('%j is none, and a matter for the schema', (body) => {
    expect(isPlain(body)).toBe(false);
  });

  it.each([...malformed, ...malformedValues].map(([request]) => request))(
    '%j, which is malformed, is none',
    (request) => {
      expect(isPlain(parseJson(JSON.stringify(request)))).toBe(false);
    },
  );

  it('has nothing that the schema would find', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(['user'], [['user']], { toString: 1 }, { toString: null, valueOf: null }),
      fc.constantFrom(null, '', 0, -1, 1.5, 2, 3, 1e21, true, [], {}, { include_usage: true }),
    );
    const mostly = (usual: fc.Arbitrary<unknown>) =>
      fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
    const message = fc.record({
      role: mostly(fc.constantFrom('user', 'system', 'assistant', 'developer')),
      content: mostly(fc.string()),
    });
    const body = fc.record(
      {
        model: mostly(fc.constantFrom('gpt-4o-mini', 'm')),
        messages: mostly(fc.array(message, { minLength: 1, maxLength: 3 })),
        stream: mostly(fc.boolean()),
        stream_options: mostly(
          fc.dictionary(fc.constantFrom('include_usage', 'include_obfuscation', 'x'), fc.boolean()),
        ),
        temperature: mostly(fc.double({ min: 0, max: 2 })),
        max_tokens: mostly(fc.integer({ min: 1, max: 100_000 })),
        max_completion_tokens: mostly(fc.integer({ min: 1, max: 9 })),
      },
      { requiredKeys: ['model', 'messages'] },
    );
    let plain = 0;
    fc.assert(
      fc.property(body, (request) => {
        if (!isPlain(request)) return;
        plain += 1;
        checkFields(request);
      }),
      { numRuns: 5_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});
