import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { ChatError } from './chat-error.js';
import { cleanCause } from './clean-cause.js';

const key = 'zq9canary0123456789wxyz';
const prompt = 'my name is Ann Lee and my code is 4711';
const call = {
  secrets: [key],
  request: { messages: [{ role: 'user' as const, content: prompt }] },
};
const printed = (error: unknown) =>
  inspect(error, { depth: 20, showHidden: true, maxStringLength: null });

it('keeps name, message, code, causes and where it was thrown', () => {
  const inner = Object.assign(new RangeError('inner'), { code: 'E_INNER' });
  const copy = cleanCause(new TypeError('outer', { cause: inner }), {}) as Error;
  expect(copy).toMatchObject({ name: 'TypeError', message: 'outer' });
  expect(copy.cause).toMatchObject({ name: 'RangeError', message: 'inner', code: 'E_INNER' });
  expect(copy.stack).toMatch(/^TypeError: outer\n\s+at .*clean-cause\.test/);
});

it('takes a key and a prompt out of message, stack, name and code', () => {
  for (const text of [key, prompt, `a\n${key}\n${prompt}`, JSON.stringify(prompt)]) {
    const thrown = Object.assign(new Error(text), {
      name: `N${text.replace(/\W/g, '')}`,
      code: text,
    });
    expect(printed(cleanCause(thrown, call))).not.toMatch(/canary|4711|Ann/);
  }
});

it('a key in pieces is gone, in the message and in what claims to be a stack', () => {
  const thrown = new Error(`key ${key.slice(0, 12)}\u0000\n${key.slice(12)}`);
  thrown.stack = `${thrown.stack}\n    at ${key.slice(0, 12)}\n    at ${key.slice(12)}\n    at a\u0000b`;
  const text = printed(cleanCause(thrown, call));
  expect(text).not.toContain(key.slice(0, 12));
  expect(text).not.toContain(key.slice(12));
  expect(text).not.toContain('\u0000');
});

it('takes other fields away', () => {
  const thrown = Object.assign(new Error('failed'), {
    request: { headers: { key } },
    data: prompt,
  });
  expect(printed(cleanCause(thrown, call))).not.toMatch(/request|canary|4711/);
});

it('what is not text where text belongs does no harm', () => {
  const thrown = Object.assign(new Error('failed'), { message: 7, name: null, code: {}, stack: 1 });
  expect(cleanCause(thrown, call)).toMatchObject({ name: 'Error', message: '7' });
});

it('a cycle of causes ends', () => {
  const first = new Error('first');
  first.cause = new Error('second', { cause: first });
  expect(cleanCause(first, {})).toBeInstanceOf(Error);
});

it('what is no error is left out', () => {
  expect(cleanCause({ headers: key }, {})).toBeUndefined();
});

it('an error of ours stays what it is', () => {
  const ours = new ChatError({ kind: 'budget', message: 'Spent.' });
  expect(cleanCause(ours, call)).toBe(ours);
});
