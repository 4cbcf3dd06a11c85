import { describe, expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

const told = async (shell: string, ...words: readonly string[]) => {
  const { code, out, error } = await farebox(['__complete', shell, ...words]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out;
};

test.each([
  ['bash', 'spend\n'],
  ['zsh', 'spend\twhat was spent: by day, model, session or tag\n'],
  ['fish', 'spend\twhat was spent: by day, model, session or tag\n'],
])('%s is told a word a line', async (shell, expected) => {
  expect(await told(shell, 'spe')).toBe(expected);
});

it('PowerShell marks its words, so that an empty one is not lost', async () => {
  expect(await told('powershell', '=budget', '=re')).toBe(
    'reopen\tOpen what an overrun has closed.\n',
  );
  expect(await told('powershell', '=budget', '=')).toMatch(/^set\tLimit .*\nshow\t.*\nrm\t/);
});

describe('bash, which breaks words at = and :', () => {
  test.each<[string[], string]>([
    [['--provider', '=', 'anth'], 'anthropic\n'],
    [['--provider', '='], 'anthropic\n'],
    [['-r', 'translator', ':'], '\n'],
    [['-r', 'transl'], 'translator:\n'],
    [['spend', '--by', 'tag', ':'], '\n'],
    [['-o', 'verbosity', '=', 'h'], 'high\n'],
  ])('is told what comes behind the last of %j', async (words, expected) => {
    expect(await told('bash', ...words)).toContain(expected);
  });

  it('gets no part of a word twice', async () => {
    expect(await told('bash', '--provider', '=', 'openr')).toBe('openrouter\n');
  });
});

test.each([
  [['__complete']],
  [['__complete', 'csh', 'sp']],
  [['__complete', 'bash', 'config', 'set', '']],
])('%j never fails', async (argv) => {
  expect((await farebox(argv)).code).toBe(0);
});
