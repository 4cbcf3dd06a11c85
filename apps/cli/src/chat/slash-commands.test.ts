import { expect, test } from 'vitest';
import { completions, helpLines, parseSaid, slashNames } from './slash-commands.js';

test.each([
  ['Hello', { kind: 'question', text: 'Hello' }],
  ['/model gpt-4o', { kind: 'command', name: 'model', rest: 'gpt-4o' }],
  ['/MODEL', { kind: 'command', name: 'model', rest: '' }],
  ['/system one\ntwo', { kind: 'command', name: 'system', rest: 'one\ntwo' }],
  ['/quit', { kind: 'command', name: 'exit', rest: '' }],
  ['/modle', { kind: 'unknown', nearest: ['/model'] }],
  ['/toString', { kind: 'unknown', nearest: expect.anything() }],
  ['/etc/passwd is what?', { kind: 'question', text: '/etc/passwd is what?' }],
  ['//help is a question', { kind: 'question', text: '/help is a question' }],
])('%j is %j', (message, expected) => {
  expect(parseSaid(message)).toEqual(expected);
});

test('the Tab key completes commands, and nothing else', () => {
  expect(completions('/m')).toEqual(['/model ']);
  expect(completions('/')).toHaveLength(slashNames.length);
  expect(completions('/model g')).toEqual([]);
  expect(completions('m')).toEqual([]);
});

test('the help has every command, on lines of at most 100 columns', () => {
  const lines = helpLines();
  for (const name of slashNames) expect(lines.join('\n')).toContain(`/${name}`);
  expect(lines.filter(({ length }) => length > 100)).toEqual([]);
});
