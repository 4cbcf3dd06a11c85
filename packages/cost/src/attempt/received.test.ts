import { describe, expect, it } from 'vitest';
import { receivedTokens, receivedTokensAtLeast } from './received.js';

const reply = (message: object) => ({ choices: [{ message }] });

describe('receivedTokens', () => {
  it('takes each byte of text, refusal, reasoning and tool calls for a token', () => {
    expect(receivedTokens({})).toBe(0);
    expect(receivedTokens(reply({ role: 'assistant', content: 'ä', refusal: null }))).toBe(2);
    expect(receivedTokens(reply({ reasoning_content: 'ab', refusal: 'c' }))).toBe(3);
    expect(receivedTokens(reply({ tool_calls: [{ id: 'x' }] }))).toBe('[{"id":"x"}]'.length);
    expect(
      receivedTokens({ choices: [{ message: { content: 'a' } }, { message: { content: 'b' } }] }),
    ).toBe(2);
  });
});

describe('receivedTokensAtLeast', () => {
  it('takes sixteen characters for one token, in any script', () => {
    expect(receivedTokensAtLeast(reply({ content: 'abcdefgh'.repeat(10) }))).toBe(5);
    expect(receivedTokensAtLeast(reply({ content: 'नमस्ते दुनिय'.slice(0, 8).repeat(4) }))).toBe(2);
  });

  it('counts what a model writes, and nothing that comes around it', () => {
    const call = { id: `call_${'x'.repeat(100)}`, type: 'function' };
    const written = { name: 'get_weather', arguments: '{"city":"Zürich, Switzerland, Europe"}' };
    const message = {
      role: 'assistant',
      refusal: 'I cannot do that',
      reasoning: 'Thinking of it, ',
      tool_calls: [
        { ...call, function: written },
        { ...call, custom: { input: 'a'.repeat(3) } },
      ],
      annotations: [{ url: 'https://example.org/'.repeat(100) }],
      audio: { data: 'AbCdEfGh'.repeat(1000) },
    };
    expect(receivedTokensAtLeast(reply(message))).toBe(Math.floor((16 + 16 + 38 + 3) / 16));
  });

  it('three long words are three tokens at most', () => {
    const content = ' internationalization responsibilities Verantwortlichkeiten';
    expect(receivedTokensAtLeast(reply({ content }))).toBeLessThanOrEqual(3);
  });

  it('does not take a ruled line or an indentation for many tokens', () => {
    const lines = `${'='.repeat(200)}\n${' '.repeat(80)}x\n`.repeat(5);
    expect(receivedTokensAtLeast(reply({ content: lines }))).toBeLessThan(10);
  });
});
