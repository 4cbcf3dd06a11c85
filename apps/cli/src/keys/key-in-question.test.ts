import { simulate } from '@farebox/simulator';
import { describe, expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

const key = 'sk-proj-c4n4ryQ7wErTz9UiOp3AsDfGh5JkLyXcVb';

/** Asks, and tells also what reached the provider. */
async function ask(...argv: readonly string[]) {
  const simulator = simulate();
  const result = await farebox(argv, { openSimulator: async () => simulator.fetch });
  expect(result.error).not.toContain('c4n4ry');
  return { ...result, requests: simulator.books.requests };
}

test.each<[string[]]>([
  [[key]],
  [['ask', key]],
  [[` ${key}\n`]],
  [['-q', key]],
  [['--jsonl', key]],
  [['--dry-run', key]],
  [['chat', key]],
])('a key alone (%#) is refused as one, and not sent', async (argv) => {
  const { code, out, error, requests } = await ask(...argv);
  expect({ code, out, requests }).toEqual({ code: 2, out: '', requests: [] });
  expect(error).toContain('There is a key on the command line');
  expect(error).toContain('farebox keys set');
});

describe('a key among other words', () => {
  it.each([
    [['What', 'is', `${key}?`]],
    [[`What is ${key}`]],
    [['-q', `What is ${key}`]],
    [['--jsonl', `What is ${key}`]],
  ])('is sent with a warning (%#)', async (argv) => {
    const { code, error, requests } = await ask(...argv);
    expect(code).toBe(0);
    expect(error).toContain('farebox: warning: There is a key on the command line');
    expect(requests).toHaveLength(1);
  });
});

test.each([
  'hf_hub_download',
  'pa-system',
  '****',
  'next_token=tokens[0]',
  'What is git commit 993fd51a7c1b4b8e0a1d2c3f4e5d6c7b8a9f0e1d',
  'client = OpenAI(api_key=os.environ["K"])',
  'use sk-learn.',
  'sk-your-key-here-please-not-this-one-0000',
  'summarise 2026-11-29-a-vocabulary-that-loads-quickly.md',
])('%s is a question', async (words) => {
  const { code, error, requests } = await ask(words);
  expect(code).toBe(0);
  expect(error).not.toContain('warning');
  expect(requests).toHaveLength(1);
});
