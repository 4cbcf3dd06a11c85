import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { budgetedFarebox } from '../fixtures/budgeted-farebox.js';
import type { LineEditor } from '../io/line-editor.js';

let user: ReturnType<typeof budgetedFarebox>;
beforeEach(() => {
  user = budgetedFarebox();
});
afterEach(() => user.remove());

/** A chat in which something else happens before some of the lines. */
async function talk(steps: readonly (string | (() => unknown))[], argv: readonly string[] = []) {
  const left = [...steps];
  const prompts: string[] = [];
  const editor: LineEditor = {
    async read(prompt) {
      prompts.push(prompt);
      while (typeof left[0] === 'function') await (left.shift() as () => unknown)();
      const text = left.shift() as string | undefined;
      return text === undefined ? { kind: 'end' } : { kind: 'line', text };
    },
    during: (work) => work(new AbortController().signal),
    close() {},
  };
  const result = await user.farebox(['chat', ...argv], { openLineEditor: async () => editor });
  return { ...result, prompts };
}

const set = (...argv: string[]) => user.farebox(['budget', 'set', ...argv]);

it('a budget that is set meanwhile refuses the next question, and counts what was spent under it', async () => {
  const { code, error, prompts } = await talk([
    'A?',
    () => set('0.00001'),
    'B?',
    () => set('1.00'),
    'C?',
    '/budget',
  ]);
  expect(code).toBe(0);
  expect(user.simulator.books.requests).toHaveLength(2);
  expect(error).toContain('BudgetExceededError: The call could cost up to');
  expect(error).toContain('raise it: farebox budget set <usd> --per total');
  expect(error).toMatch(/in total +\$1\.00 +\$0\.0/);
  expect(prompts[0]).not.toContain('left');
  expect(prompts.at(-1)).toContain('left');
});

it('a budget that is removed meanwhile refuses nothing any more, and the conversation is whole', async () => {
  await set('0.00001');
  await talk(['A?', () => user.farebox(['budget', 'rm']), 'B?', 'C?'], ['--cid', 'a']);
  const { requests } = user.simulator.books;
  expect(requests).toHaveLength(2);
  expect(requests[1]?.usage?.prompt_tokens).toBeGreaterThan(requests[0]?.usage?.prompt_tokens ?? 0);
});

it('one that cannot be read keeps the next question from being asked, and says so', async () => {
  await set('1.00');
  const break_ = () => {
    const folder = join(user.stateFolder, 'budgets');
    for (const name of readdirSync(folder)) appendFileSync(join(folder, name), '?');
  };
  const { error } = await talk(['A?', break_, 'B?']);
  expect(error).toContain('is not understood, so nothing is asked');
  expect(user.simulator.books.requests).toHaveLength(1);
});

it('--no-log asks no longer once a budget is set', async () => {
  const { error } = await talk(['A?', () => set('1.00'), 'B?'], ['--no-log']);
  expect(error).toContain('--no-log cannot be used while a budget is set');
  expect(user.simulator.books.requests).toHaveLength(1);
});
