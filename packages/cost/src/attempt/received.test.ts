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
  it('takes eight characters for one token, in any script', () => {
    expect(receivedTokensAtLeast(reply({ content: 'abcdefgh'.repeat(10) }))).toBe(10);
    expect(receivedTokensAtLeast(reply({ content: 'नमस्ते दुनिय'.slice(0, 8).repeat(2) }))).toBe(2);
  });

  it('does not take a ruled line or an indentation for many tokens', () => {
    const lines = `${'='.repeat(200)}\n${' '.repeat(80)}x\n`.repeat(5);
    expect(receivedTokensAtLeast(reply({ content: lines }))).toBeLessThan(10);
  });
});
