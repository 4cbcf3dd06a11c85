import { expect, test } from 'vitest';
import { MessageReader } from './message-reader.js';

function messagesOf(...lines: string[]) {
  const reader = new MessageReader();
  const messages = lines.flatMap((line) => reader.push(line) ?? []);
  return { messages, rest: reader.isOpen ? reader.end() : undefined };
}

test.each([
  ['a line is a message', ['Hello', 'World'], ['Hello', 'World']],
  ['a backslash at the end goes on', ['one\\', 'two\\', 'three'], ['one\ntwo\nthree']],
  ['two backslashes at the end are one, and the end', ['one\\\\', 'two'], ['one\\', 'two']],
  ['quotes with lines of their own', ['"""', 'one', '', '  two', '"""'], ['one\n\n  two']],
  ['quotes on the lines of the text', ['"""one', 'two"""'], ['one\ntwo']],
  ['quotes on one line', ['"""one"""'], ['one']],
  ['a backslash between quotes is a backslash', ['"""', 'one\\', '"""'], ['one\\']],
  ['quotes in the middle of a line are text', ['say """ please'], ['say """ please']],
  ['an empty message', [''], ['']],
])('%s', (_, lines, expected) => {
  expect(messagesOf(...lines)).toEqual({ messages: expected, rest: undefined });
});

test('what has begun when no more lines come is the last message', () => {
  expect(messagesOf('"""', 'one', 'two')).toEqual({ messages: [], rest: 'one\ntwo' });
  expect(messagesOf('one\\')).toEqual({ messages: [], rest: 'one' });
});
