import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@farebox/client';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { simulate } from '@farebox/simulator';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { commandList, commandNames, subcommandsOf } from '../command-list.js';
import { fakeGit } from '../fixtures/fake-git.js';
import { type FakeIoOptions, fakeIo } from '../fixtures/fake-io.js';
import { farebox as run } from '../fixtures/farebox.js';
import { shellSteps } from '../fixtures/shell-words.js';
import { spendIn } from '../fixtures/spent-ledger.js';
import { loadCommand } from '../load-command.js';
import { run as runCommand } from '../run.js';

// Receipts go to a disk, and the first call loads the provider.
vi.setConfig({ testTimeout: 60_000 });

const paths: readonly (readonly string[])[] = commandNames.flatMap((name) => [
  ...(name === 'ask' ? [[]] : []),
  [name],
  ...subcommandsOf(name).map((word) => [name, word]),
]);

/** What has to be there before the examples of a command mean anything. */
const before: Readonly<Record<string, readonly string[]>> = {
  'budget show': ['budget set 5 --per session'],
  'budget rm': ['budget set 5 --per day', 'budget set 5 --session refactor'],
  'budget reopen': ['budget set 5', 'budget set 5 --session refactor'],
  'role show': ['role add haiku "In verse."'],
  'role rm': ['role add haiku "In verse."'],
  'role path': ['role add haiku "In verse."'],
  'keys rm': ['keys set', 'keys set anthropic'],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  mkdirSync(join(folder, 'work', 'app'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A user who has asked this and that, with a provider that answers. */
function user() {
  const now = Date.parse('2026-11-28T17:00:00Z');
  const simulator = simulate({ seed: 1 });
  // It has whatever model is asked for, as the servers of the examples do.
  const fetch: typeof globalThis.fetch = (input, init) => {
    const body =
      typeof init?.body === 'string' ? init.body.replace('llama3.2', 'gpt-4o-mini') : null;
    return simulator.fetch(input, { ...init, body });
  };
  const around: FakeIoOptions = {
    stateFolder: join(folder, 'state'),
    configFolder: join(folder, 'config'),
    workingFolder: folder,
    clock: { ...systemClock, now: () => now },
    fetch,
    environment: { OPENAI_API_KEY: 'sk-canary-0123456789', ANTHROPIC_API_KEY: 'sk-ant-0123456789' },
    git: fakeGit(),
  };
  return async (argv: readonly string[], options: FakeIoOptions = {}) => {
    // What serves until Ctrl-C is served long enough once it has said where.
    const serves = ['simulate', 'play'].includes(argv[0] ?? '');
    const onOutput = () => (serves ? io.interrupt() : undefined);
    const io = fakeIo({ ...around, onOutput, ...options });
    const code = await runCommand(argv, io);
    return { code, error: io.error };
  };
}

async function recordReceipts() {
  let now = 0;
  const ledger = sqliteLedger({ file: join(folder, 'state', 'ledger.db'), now: () => now });
  const spendings = Array.from({ length: 9 }, (_, index) => ({
    at: `2026-11-${10 + index}T12:00:00Z`,
    usd: '0.01',
    tags: { session: 'thesis', team: 'red' },
  }));
  await spendIn(ledger, spendings, (time) => {
    now = time;
  });
  await ledger.close();
}

async function helpOf(path: readonly string[]): Promise<string> {
  const { code, out, error } = await run([...path, '--help']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out;
}

function examplesIn(help: string): readonly string[] {
  const [, text = ''] = /\nExamples:\n((?: {2}\S.*\n)+)$/.exec(help) ?? [];
  return text.split('\n').flatMap((line) => line.trim() || []);
}

test.each(paths)(
  'the help of farebox %s %s ends with examples, and each of them runs',
  async (...path) => {
    const examples = examplesIn(await helpOf(path));
    expect(examples.length).toBeGreaterThanOrEqual(1);
    expect(examples.length).toBeLessThanOrEqual(5);
    const farebox = user();
    if (path[0] === 'logs' || path[0] === 'spend') await recordReceipts();
    const lines = [...(before[path.join(' ')] ?? []).map((line) => `farebox ${line}`), ...examples];
    for (const line of lines) {
      for (const { words, hasInput } of shellSteps(line)) {
        if (words[0] !== 'farebox') continue;
        // The port of an example may be taken on this machine.
        const argv = words
          .slice(1)
          .map((word) =>
            word
              .replace('~', folder)
              .replace('4010', '0')
              .replace('receipts.csv', join(folder, 'receipts.csv')),
          );
        const typed = 'sk-typed-0123456789-abcd\n';
        const input = argv.includes('keys') ? typed : 'for x in xs: xs.remove(x)\n';
        const { code, error } = await farebox(argv, { typed, ...(hasInput && { stdin: input }) });
        expect({ line, code, error: code === 0 ? '' : error }).toEqual({
          line,
          code: 0,
          error: '',
        });
      }
    }
  },
);

describe('farebox help', () => {
  it('is the front page, and with a command that command’s help', async () => {
    expect((await run(['help'])).out).toBe(await helpOf([]));
    expect((await run(['help', 'spend'])).out).toBe(await helpOf(['spend']));
    expect((await run(['help', 'budget', 'set'])).out).toBe(await helpOf(['budget', 'set']));
  });

  it('before any other word is a prompt', async () => {
    const { code, out } = await run(['help', 'me', 'please']);
    expect(code).toBe(0);
    expect(out).not.toContain('Usage:');
  });
});

describe('the front page', () => {
  it('has every command with all of its own, in groups, and fits 100 columns', async () => {
    const page = await helpOf([]);
    for (const name of commandNames) {
      const { summary, group } = commandList[name];
      const words = subcommandsOf(name).join(', ');
      expect(page).toMatch(new RegExp(`^ {4}${name} +${summary}${words && `: ${words}`}$`, 'm'));
      expect(page).toContain(`\n  ${group}\n`);
    }
    expect(page.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});

/** The commands that a command really has. */
test.each(commandNames)('the table has all commands of farebox %s', async (name) => {
  const factory = await loadCommand(name);
  const command = factory(fakeIo(), () => {});
  expect(command.commands.map((one) => one.name())).toEqual(subcommandsOf(name));
});
