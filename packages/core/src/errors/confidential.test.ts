import { describe, expect, it, test } from 'vitest';
import { type Confidential, unlessConfidential, withoutConfidential } from './confidential.js';

const key = 'zq9canary0123456789wxyz';
const prompt = 'my name is Ann Lee and my code is 4711';
const answer = 'Dear Ann Lee, your code has been changed to 0815';
const call = {
  secrets: [key],
  request: { messages: [{ role: 'user', content: prompt }] },
  partial: { choices: [{ index: 0, message: { role: 'assistant', content: answer } }] },
} as unknown as Confidential;

test('a key, a prompt and an answer are left out, each with its own mark', () => {
  const text = `Key ${key}; asked "${prompt}"; answered "${answer}".`;
  expect(withoutConfidential(text, call)).toBe(
    'Key [redacted]; asked "[prompt]"; answered "[answer]".',
  );
});

test('without a call the text stays, but for what looks like a key', () => {
  expect(withoutConfidential(`asked ${prompt}`, {})).toBe(`asked ${prompt}`);
  expect(withoutConfidential('key sk-proj-abc123def456', {})).toBe('key sk-…[redacted]');
});

test('a key in pieces or in escapes is left out whole', () => {
  for (const written of [
    'zq9canary01\n23456789wxyz',
    'zq9 canary 0123456789 wxyz',
    '\\u007aq9canary0123456789wxy\\u007a',
    'zq9canary%30123456789wxyz',
    'zq9canary&#48;123456789wxyz',
  ]) {
    expect(withoutConfidential(`The key ${written} is wrong`, call)).toBe(
      'The key [redacted] is wrong',
    );
  }
});

test('a part of a key in base64 is left out from twelve characters on', () => {
  const encoded = btoa(`user:${key}`);
  for (const cut of [encoded.slice(0, 24), encoded.slice(16)]) {
    expect(withoutConfidential(`Credentials ${cut} are wrong`, call)).toMatch(
      /^Credentials \S{0,8}\[redacted\]\S{0,4} are wrong$/,
    );
    expect(unlessConfidential(`E${cut.replaceAll('=', '')}`, call)).toBeUndefined();
  }
});

describe('all that somebody wrote counts as prompt', () => {
  it.each([
    ['the parts of a message', { messages: [part({ type: 'text', text: prompt })] }],
    ['the address of an image', { messages: [part({ image_url: { url: prompt } })] }],
    ['the name of a participant', { messages: [{ role: 'user', content: '', name: prompt }] }],
    [
      'the arguments of a tool call',
      { messages: [{ tool_calls: [{ function: { arguments: prompt } }] }] },
    ],
    ['a prediction', { messages: [], prediction: { type: 'content', content: prompt } }],
  ])('%s', (_, request) => {
    const written = { request } as unknown as Confidential;
    expect(withoutConfidential(`Bad: ${prompt}!`, written)).toBe('Bad: [prompt]!');
  });

  it('but not what the protocol calls things, so that an error can say what is wrong', () => {
    const messages = [{ role: 'developer-role', tool_call_id: 'call_0123456789' }];
    const written = { request: { messages } } as unknown as Confidential;
    const text = "No tool call 'call_0123456789' before the message of developer-role.";
    expect(withoutConfidential(text, written)).toBe(text);
  });
});

test('a request that contains itself is looked through once', () => {
  const message: Record<string, unknown> = { role: 'user', content: prompt };
  message.again = [message];
  const request = { messages: [message] } as unknown as Confidential['request'];
  expect(withoutConfidential(prompt, { request })).toBe('[prompt]');
});

test('the answer is left out also where it is a refusal or arguments of a tool', () => {
  const message = { refusal: prompt, tool_calls: [{ function: { name: 'f', arguments: answer } }] };
  const partial = { choices: [{ message }] } as unknown as Confidential['partial'];
  expect(withoutConfidential(`${prompt}; ${answer}`, { partial })).toBe('[answer]; [answer]');
});

test('a name with something confidential in it is dropped, not mended', () => {
  for (const name of [
    `code_${key}`,
    `code_${btoa(key).replace(/=+$/, '')}`,
    'my-name-is-ann',
    'code_my_name_is_Ann-Lee-and'.replaceAll('_', ''),
  ]) {
    const request = {
      messages: [{ role: 'user', content: 'my-name-is-ann codemynameisAnn-Lee-and' }],
    };
    expect(
      unlessConfidential(name, { ...call, request } as unknown as Confidential),
    ).toBeUndefined();
  }
  expect(unlessConfidential('new_code', call)).toBe('new_code');
  expect(unlessConfidential(undefined, call)).toBeUndefined();
});

test('a code that providers share stays, even if the prompt asks about it', () => {
  const request = { messages: [{ role: 'user' as const, content: 'What is insufficient_quota?' }] };
  expect(unlessConfidential('insufficient_quota', { request })).toBe('insufficient_quota');
  expect(unlessConfidential('is_insufficient_quota', { request })).toBeUndefined();
});

function part(content: object): object {
  return { role: 'user', content: [content] };
}
