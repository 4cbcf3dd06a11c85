import { expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

test.each([
  [['-q', '-v'], '--quiet and --verbose contradict each other.'],
  [['-x', '--extract-last'], '--extract and --extract-last name different blocks of code.'],
  [['-x', '--json'], '--json and --extract print different things.'],
  [['--color', 'sometimes'], '--color'],
])('%j is refused with 2', async (argv, expected) => {
  const { code, out, error } = await farebox([...argv, 'Hi']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain(expected);
  expect(error).toContain('fix:');
});

it('says with -q nothing but the answer', async () => {
  const { code, out, error } = await farebox(['-q', 'Explain a for loop']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(/loop/);
});

it('says with -q what is an error all the same', async () => {
  const { code, error } = await farebox(['-q', '--max-cost', '0.000001', 'Hi']);
  expect(code).toBe(3);
  expect(error).toMatch(/^farebox: BudgetExceededError/);
});

it('tells with -v of the attempt, the first token and what the provider said, and changes no byte of the answer', async () => {
  const { out, lines } = await farebox(['-v', '-t', '0', 'Explain a for loop']);
  expect(lines).toEqual([
    'farebox: attempt 1: gpt-4o-mini',
    expect.stringMatching(/^farebox: first token after \d+\.\d+ s$/),
    expect.stringMatching(
      /^farebox: answered by gpt-4o-mini-\S+ · request \S+ · finish reason stop · 1 attempt$/,
    ),
    expect.stringMatching(/^cost /),
  ]);
  expect(out).toBe((await farebox(['-t', '0', 'Explain a for loop'])).out);
});
