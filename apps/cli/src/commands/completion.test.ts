import { expect, it, test } from 'vitest';
import { shells } from '../completion/shells.js';
import { farebox } from '../fixtures/farebox.js';

test.each(Object.keys(shells))(
  'prints the script of %s, which asks the command itself',
  async (shell) => {
    const { code, out, error } = await farebox(['completion', shell]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain(`__complete ${shell} `);
    expect(out).toMatch(/^#.*\n/);
  },
);

test.each([
  ['pwsh', 'powershell'],
  ['bassh', 'bash'],
  ['tcsh', 'zsh'],
])('refuses %s and names %s', async (shell, nearest) => {
  const { code, error } = await farebox(['completion', shell]);
  expect(code).toBe(2);
  expect(error).toContain(`fix: Write it as in farebox completion ${nearest}.`);
});

/** What stands for a pair in each of the shells, so that a script cannot end in the middle. */
it('leaves no bracket open, whatever the shell', () => {
  for (const script of Object.values(shells)) {
    const code = script.replace(/^\s*#.*$/gm, '').replace(/'[^']*'/g, '');
    for (const [open, close] of ['()', '{}', '[]']) {
      if (open === undefined || close === undefined) continue;
      expect(code.split(open).length).toBe(code.split(close).length);
    }
  }
});
