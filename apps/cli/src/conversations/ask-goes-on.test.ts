import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { farebox } from '../fixtures/farebox.js';
import { ConversationFiles } from './conversation-files.js';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'farebox-ask-'));
});
afterEach(() => rmSync(state, { recursive: true }));

/** Asks once; `asked` are the texts of the messages that were sent, to which `url` and of which `model`. */
async function ask(...argv: string[]) {
  return askWith({}, ...argv);
}

async function askWith(environment: Record<string, string>, ...argv: string[]) {
  const asked: string[] = [];
  let sent: Record<string, unknown> = {};
  const { fetch: provider } = simulate({ seed: 1 });
  const fetch: typeof globalThis.fetch = (url, init) => {
    const { messages, model, temperature } = JSON.parse(String(init?.body));
    asked.push(...messages.map(({ content }: { content: string }) => content));
    sent = { url: String(url), model, temperature };
    // The simulator has none of Anthropic's models.
    const body = JSON.stringify({ ...JSON.parse(String(init?.body)), model: 'gpt-4o-mini' });
    return provider(url, { ...init, body });
  };
  const result = await farebox(argv, {
    stateFolder: state,
    configFolder: state,
    environment,
    fetch,
    openSimulator: async () => fetch,
  });
  return { ...result, asked, sent };
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

it('goes on with the model, the temperature and the provider that it was asked with', async () => {
  const anthropic = { ANTHROPIC_API_KEY: 'key-of-a-test' };
  await askWith(anthropic, '--provider', 'anthropic', '--cid', 'a', '-t', '0.4', 'What is a list?');
  const kept = { model: 'claude-haiku-4-5', temperature: 0.4 };
  const { sent } = await askWith(anthropic, '-c', 'And a set?');
  expect(sent).toEqual({ url: 'https://api.anthropic.com/v1/chat/completions', ...kept });
  const other = await askWith(anthropic, '-c', '-m', 'claude-opus-4-1', '-t', '1', 'And now?');
  expect(other.sent).toMatchObject({ model: 'claude-opus-4-1', temperature: 1 });
  // What was asked last is what holds.
  const last = await askWith(anthropic, '--cid', 'a', '--json', 'And then?');
  expect(last.sent).toMatchObject({ model: 'claude-opus-4-1', temperature: 1 });
});

it('never sends what was said to one provider to another because an option was left out', async () => {
  const local = ['--provider', 'ollama', '-m', 'llama3.2', '--base-url', 'http://mine.test/v1'];
  await ask(...local, '--cid', 'a', 'What is a list?');
  const keys = { OPENAI_API_KEY: 'key-of-a-test' };
  const url = 'http://mine.test/v1/chat/completions';
  expect((await askWith(keys, '-c', 'And a set?')).sent).toMatchObject({ url, model: 'llama3.2' });
});

it('goes on with a conversation of an older version, with the usual model', async () => {
  await ask('--cid', 'a', '-m', 'gpt-4o', 'What is a for loop?');
  const file = join(state, 'conversations', 'a.1.json');
  const { askedWith, ...older } = JSON.parse(readFileSync(file, 'utf8'));
  expect(askedWith).toEqual({ model: 'gpt-4o', simulated: true });
  writeFileSync(file, JSON.stringify(older));
  const { asked, sent } = await ask('-c', 'Show me one');
  expect(asked).toHaveLength(3);
  expect(sent).toMatchObject({ model: 'gpt-4o-mini' });
});

it('--dry-run shows the request as the conversation would send it, and leaves all as it is', async () => {
  const budget = await ask('budget', 'set', '0.02');
  expect(budget.code).toBe(0);
  await ask('--cid', 'a', '-s', 'Be brief.', '-m', 'gpt-4o', 'What is a for loop?');
  const files = () =>
    readdirSync(state, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'hex'));
  const before = files();
  const keys = { OPENAI_API_KEY: 'key-of-a-test' };
  const { out, asked } = await askWith(keys, '-c', '--dry-run', '--max-tokens', '9', 'Show me one');
  expect(asked).toEqual([]);
  const report = JSON.parse(out);
  expect(report.body.model).toBe('gpt-4o');
  expect(report.body.messages.map(({ role }: { role: string }) => role)).toEqual([
    'system',
    'user',
    'assistant',
    'user',
  ]);
  expect(report).toMatchObject({ leftOutTurns: 0, admitted: true });
  const alone = JSON.parse((await askWith(keys, '--dry-run', '-m', 'gpt-4o', 'Show me one')).out);
  expect(Number(report.ceiling)).toBeLessThan(Number(alone.ceiling));
  expect(files()).toEqual(before);
});

it('--dry-run leaves out what does not fit the window of the model, and counts it', async () => {
  const turn = (text: string) => ({
    messages: [
      { role: 'user' as const, content: text },
      { role: 'assistant' as const, content: 'Yes.' },
    ],
    finishReason: 'stop' as const,
    model: 'gpt-4',
    attempts: 1,
    usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, totalTokens: 2 },
  });
  const long = 'word '.repeat(5_000);
  const json = { version: 1 as const, turns: [long, long, 'short'].map(turn), cost: '0' };
  const files = new ConversationFiles(state);
  files.write(files.find('a'), { ...json, askedWith: { model: 'gpt-4' } });
  const keys = { OPENAI_API_KEY: 'key-of-a-test' };
  const dried = await askWith(keys, '-c', '--dry-run', '--max-tokens', '100', 'And now?');
  const { leftOutTurns, body } = JSON.parse(dried.out);
  expect(leftOutTurns).toBe(1);
  expect(body.messages).toHaveLength(5);
  expect(files.find('a').version).toBe(1);
});

it.each(['{"version":99}', '[]', '{"version":1,"turns":[{}],"cost":"0"}'])(
  'a file that is not understood is named: %s',
  async (text) => {
    await ask('--cid', 'refactor', 'What is a for loop?');
    const file = join(state, 'conversations', 'refactor.1.json');
    writeFileSync(file, text);
    for (const argv of [
      ['-c', 'Again'],
      ['--cid', 'refactor', 'Again'],
    ]) {
      const { code, error, asked } = await ask(...argv);
      expect({ code, asked }).toEqual({ code: 12, asked: [] });
      expect(error).toContain(`StoreError: ${file} is not understood: `);
      expect(error).toContain('fix: If a newer farebox wrote it, update this one;');
    }
  },
);
