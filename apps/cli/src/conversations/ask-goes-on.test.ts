import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'farebox-ask-'));
});
afterEach(() => rmSync(state, { recursive: true }));

/** Asks once; `asked` are the texts of the messages that were sent. */
async function ask(...argv: string[]) {
  const asked: string[] = [];
  const { fetch } = simulate({ seed: 1 });
  const result = await farebox(argv, {
    stateFolder: state,
    openSimulator: async () => (url, init) => {
      const { messages } = JSON.parse(String(init?.body));
      asked.push(...messages.map(({ content }: { content: string }) => content));
      return fetch(url, init);
    },
  });
  return { ...result, asked };
}

it('ask --cid goes on with a conversation, and -c with the newest', async () => {
  const first = await ask('--cid', 'refactor', '-s', 'Be brief.', 'What is a for loop?');
  await ask('--cid', 'other', 'What is a list?');
  const second = await ask('--cid', 'refactor', 'Show me one');
  expect(second.asked).toEqual([
    'Be brief.',
    'What is a for loop?',
    first.out.replace(/\n$/, ''),
    'Show me one',
  ]);
  expect((await ask('-c', 'And now?')).asked).toHaveLength(6);
  expect(readdirSync(join(state, 'conversations')).sort()).toEqual([
    'other.1.json',
    'refactor.3.json',
  ]);
});

it('a question on its own is kept nowhere', async () => {
  await ask('What is a for loop?');
  expect(readdirSync(state)).not.toContain('conversations');
});

it('--json and --jsonl go on as well', async () => {
  await ask('--cid', 'a', '--json', 'What is a for loop?');
  const { asked, out } = await ask('--cid', 'a', '--jsonl', 'Show me one');
  expect(asked).toHaveLength(3);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type),
  ).toContain('answer');
  expect(readdirSync(join(state, 'conversations'))).toEqual(['a.2.json']);
});

it('an answer that fails leaves the conversation as it was', async () => {
  await ask('--cid', 'a', 'What is a for loop?');
  const { code } = await ask('--cid', 'a', '--max-cost', '0.00000001', 'Show me one');
  expect(code).toBe(3);
  expect(readdirSync(join(state, 'conversations'))).toEqual(['a.1.json']);
});

it('what contradicts itself is told before anything is sent', async () => {
  const both = await ask('-c', '--cid', 'a', 'Hello?');
  expect(both).toMatchObject({ code: 2, asked: [] });
  expect(both.error).toContain('Give one of them.');
  expect((await ask('-c', 'Hello?')).error).toContain('There is no conversation to go on with');
  expect(await ask('--cid', 'a b', 'Hello?')).toMatchObject({ code: 2, asked: [] });
});
