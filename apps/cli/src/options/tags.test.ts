import { expect, it, test } from 'vitest';
import { sessionName } from './session-name.js';
import { namedValues, tags } from './tags.js';

const tag = tags('--tag');

it('collects labels, also one called as what every object has', () => {
  const collected = tag('__proto__=x', tag('team=red=blue'));
  expect(Object.entries(collected)).toEqual([
    ['team', 'red=blue'],
    ['__proto__', 'x'],
  ]);
});

test.each(['', 'team', 'team=', '=red', ' =red', 'sk-canary'])(
  '%j is no label, and is not repeated',
  (text) => {
    expect(() => tag(text)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: '--tag is not name=value.' }),
    );
  },
);

it('a value of a role’s variable may be empty, which is not its default', () => {
  const value = namedValues('--param', 'language=Go');
  expect(value('tone=', value('who=me'))).toEqual({ who: 'me', tone: '' });
  expect(() => value('tone')).toThrow('--param is not name=value.');
});

it('refuses a second value for a name, and a session', () => {
  expect(() => tag('team=blue', tag('team=red'))).toThrow('--tag gives one name two values.');
  expect(() => tag('session=a')).toThrow(
    expect.objectContaining({ fix: 'Write --session and its name.' }),
  );
});

const session = sessionName('--session');

test.each(['refactor', 'Ada’s first', 'x'.repeat(100)])('%j names a session', (name) => {
  expect(session(name)).toBe(name);
});

test.each(['', ' ', ' a', 'a\nb', '\u001b[2J', 'x'.repeat(101)])('%j does not', (name) => {
  expect(() => session(name)).toThrow('--session is no name of 1 to 100 characters on one line.');
});
