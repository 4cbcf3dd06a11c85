import { ChatError, type ErrorKind, errorKinds } from '@farebox/core';
import { describe, expect, it, test } from 'vitest';
import { failureLines } from './failure-lines.js';

const kinds = (Object.keys(errorKinds) as ErrorKind[]).filter((kind) => kind !== 'aborted');

test.each(kinds)('an error of kind %s is its name, its message and a fix', (kind) => {
  const lines = failureLines(new ChatError({ kind, message: 'It went wrong.' }), {}).split('\n');
  expect(lines).toEqual([
    `farebox: ${errorKinds[kind].name}: It went wrong.`,
    expect.stringMatching(/^ {2}fix: .+\.$/),
    '',
  ]);
});

test.each(kinds)('the fix of kind %s speaks of no part of the library', (kind) => {
  expect(failureLines(new ChatError({ kind, message: 'x' }), {})).not.toMatch(
    /max_completion_tokens|error\.|new ChatClient/,
  );
});

it('says only that it was interrupted, because whoever did it knows', () => {
  const interrupted = new ChatError({ kind: 'aborted', message: 'x.' });
  expect(failureLines(interrupted, {})).toBe('farebox: interrupted\n');
  const unread = new ChatError({ kind: 'aborted', code: 'unread', message: 'Unread.' });
  expect(failureLines(unread, {})).toContain('farebox: AbortedError: Unread.');
});

it("keeps an error's own fix", () => {
  const error = new ChatError({ kind: 'budget', message: 'x.', fix: 'Do this.' });
  expect(failureLines(error, {})).toContain('fix: Do this.');
});

describe('an error that nobody foresaw', () => {
  const fix = /^ {2}fix: .*FAREBOX_DEBUG=1, and report what is printed then\.\n$/m;

  it('is its message and how to report it, without its stack', () => {
    const told = failureLines(new TypeError('x is not a function'), {});
    expect(told).toMatch(/^farebox: x is not a function\n/);
    expect(told).toMatch(fix);
    expect(told.split('\n')).toHaveLength(3);
    expect(failureLines('thrown text', {})).toMatch(/^farebox: thrown text\n/);
  });

  it('shows its stack when FAREBOX_DEBUG is 1', () => {
    const text = failureLines(new TypeError('x'), { FAREBOX_DEBUG: '1' });
    expect(text).toContain('failure-lines.test.ts');
    expect(failureLines(new TypeError('x'), { FAREBOX_DEBUG: '0' })).not.toContain('.test.ts');
  });
});

it('shows no key and no control character, whoever wrote the message', () => {
  const environment = { OPENAI_API_KEY: 'a-canary-key-of-no-known-shape', FAREBOX_DEBUG: '1' };
  const error = new Error(
    '\u001b]0;x\u0007no a-canary-key-of-no-known-shape\r\nBearer sk-canary-two-1234',
  );
  const text = failureLines(error, environment);
  expect(text).not.toMatch(/canary-key|canary-two/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});
