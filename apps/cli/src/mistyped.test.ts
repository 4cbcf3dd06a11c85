import { expect, it, test } from 'vitest';
import { farebox } from './fixtures/farebox.js';

const simulator = async () => expect.fail('It was sent.');

test.each([
  [['spned'], 'farebox spend'],
  [['modles', '--json'], 'farebox models --json'],
  [['Doctor'], 'farebox doctor'],
  [['budgte', 'show'], 'farebox budget show'],
  [['log'], 'farebox logs'],
  [['estimat'], 'farebox estimate'],
  [['version'], 'farebox --version'],
])('%j is no prompt, but surely %s', async (argv, meant) => {
  const { code, out, error } = await farebox(argv, { openSimulator: simulator });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain(`"${argv[0]}" is no command, and as a prompt it would be sent.`);
  expect(error).toContain(`fix: Did you mean ${meant}? To ask it: farebox ask ${argv[0]}`);
});

test.each([
  [
    ['budget', 'shwo'],
    /farebox budget has no command shwo\.\n {2}fix: The nearest: farebox budget show/,
  ],
  [['keys', 'lst'], /fix: The nearest: farebox keys list/],
  [['config', 'sett', 'model', 'x'], /fix: The nearest: farebox config set/],
  [['logs', 'exprot'], /fix: The nearest: farebox logs export/],
  [['logs', '7'], /fix: The nearest: farebox logs show 7\.\n/],
  [['logs', 'call_abc123/2'], /fix: The nearest: farebox logs show call_abc123\/2\.\n/],
  [['keys', 'sk-canary-0123456789'], /There is a key on the command line/],
  [['logs', '?'], /has no command of that name\.\n {2}fix: It has farebox logs list, /],
])('%j is refused with the nearest', async (argv, message) => {
  const { code, error } = await farebox(argv);
  expect(code).toBe(2);
  expect(error).toMatch(message);
});

test.each([
  [['ask', 'spned']],
  [['spned my evening how?']],
  [['spned', 'my', 'evening']],
  [['hi']],
  [['logistics']],
])('%j is asked', async (argv) => {
  expect((await farebox(argv)).code).toBe(0);
});

it('asks whatever the word is where something is piped in', async () => {
  expect((await farebox(['log'], { stdin: 'a line of a log' })).code).toBe(0);
});

test.each([
  [['--modle', 'x', 'Hi'], '--model'],
  [['spend', '--form', '7d'], '--from'],
  [['budget', 'set', '5', '--pre', 'day'], '--per'],
])('a mistyped option is refused with the nearest: %j', async (argv, nearest) => {
  const { code, error } = await farebox(argv);
  expect(code).toBe(2);
  expect(error).toContain(`(Did you mean ${nearest}?)`);
});

test.each([
  [
    ['budget', 'help'],
    ['budget', '--help'],
  ],
  [
    ['logs', 'help', 'show'],
    ['logs', 'show', '--help'],
  ],
])('%j is the help, as the word is before a command', async (argv, meant) => {
  const { code, out } = await farebox(argv);
  expect(code).toBe(0);
  expect(out).toBe((await farebox(meant)).out);
});
