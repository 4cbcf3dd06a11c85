import { errorKinds } from '@farebox/core';
import { describe, expect, it, test } from 'vitest';
import { farebox } from './fixtures/farebox.js';

describe('wrong usage exits 2 and names the option', () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      'a misspelt option gets a suggestion',
      ['--modle', 'x', 'Hi'],
      /unknown option '--modle' \(Did you mean --model\?\)/,
    ],
    ['an option without its value', ['Hi', '-m'], /'-m, --model <name>' argument missing/],
    ['a temperature', ['-t', '3', 'Hi'], /--temperature is not a number from 0 to 2/],
    ['a negative temperature', ['-t', '-1', 'Hi'], /--temperature/],
    ['a count of tokens', ['--max-tokens', '0', 'Hi'], /--max-tokens is not a whole number from 1/],
    ['a number of retries', ['--retries', 'many', 'Hi'], /--retries is not/],
    ['a timeout', ['--timeout', '0', 'Hi'], /--timeout is not a number/],
    ['an amount', ['--max-cost', '1e-6', 'Hi'], /--max-cost is wrong/],
    ['a role', ['-r', 'tutr', 'Hi'], /--role names no role/],
    ['a role and a system message', ['-r', 'tutor', '-s', 'x', 'Hi'], /--system and --role/],
    ['an address', ['--base-url', 'localhost:1', 'Hi'], /--base-url is not/],
    ['an empty model', ['-m', '', 'Hi'], /--model is empty/],
    ['no prompt on a terminal', [], /There is no prompt/],
  ])('%s', async (_name, argv, message) => {
    const { code, out, error } = await farebox(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/\n {2}fix: .+\n$/);
  });
});

describe('the help', () => {
  it('has every option and examples, on standard output', async () => {
    const { code, out, error } = await farebox(['--help']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const option of [
      '--model',
      '--system',
      '--role',
      '--temperature',
      '--max-tokens',
      '--max-cost',
      '--retries',
      '--timeout',
      '--base-url',
      '--no-stream',
      '--json',
      '--strict',
      '--version',
    ])
      expect(out).toContain(option);
    expect(out).toContain('Examples:');
  });

  it('names every exit code of the error table', async () => {
    const { out } = await farebox(['--help']);
    for (const { exit } of Object.values(errorKinds))
      expect(out).toMatch(new RegExp(`\\b${exit} [a-z]`));
  });
});

it('takes a word that is no command as a prompt, also one that objects have by nature', async () => {
  expect((await farebox(['constructor'])).code).toBe(0);
  expect((await farebox(['help', 'me'])).code).toBe(0);
});

it('takes what follows a double dash as the prompt', async () => {
  expect((await farebox(['--', '-x'])).out).toContain('-x');
});
