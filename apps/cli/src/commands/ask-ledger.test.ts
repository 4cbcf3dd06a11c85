import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChatError } from '@farebox/core';
import { memoryLedger } from '@farebox/cost';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { simulate } from '@farebox/simulator';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { budgetedFarebox } from '../fixtures/budgeted-farebox.js';

// A ledger in a file waits for its disk, and the first call loads the provider.
vi.setConfig({ testTimeout: 30_000 });

let user: ReturnType<typeof budgetedFarebox>;
beforeEach(() => {
  user = budgetedFarebox();
});
afterEach(() => user.remove());

const set = (...argv: readonly string[]) => user.farebox(['budget', 'set', ...argv]);
const receipts = async () => {
  const ledger = sqliteLedger({ file: join(user.stateFolder, 'ledger.db') });
  try {
    return await ledger.receipts();
  } finally {
    await ledger.close();
  }
};

/** The last connection to close takes SQLite's own files with it. */
const expectClosed = () => {
  expect(readdirSync(user.stateFolder).filter((name) => name.startsWith('ledger'))).toEqual([
    'ledger.db',
  ]);
};

describe('without a budget', () => {
  it('keeps the receipt of every call, with its session and labels', async () => {
    const argv = ['--session', 'refactor', '--tag', 'team=red', '--tag', 'topic=loops', 'Hi'];
    const { code, error } = await user.farebox(argv);
    expect(code).toBe(0);
    expect(error).toMatch(/^cost \$0\.\d+ · \d+ in \/ \d+ out · first token \d+\.\d+ s\n$/);
    expectClosed();
    expect(await receipts()).toMatchObject([
      {
        outcome: 'completed',
        tags: { team: 'red', topic: 'loops', session: 'refactor' },
        scopeIds: ['session:refactor'],
        cost: { known: 'reported', amount: user.simulator.books.cost },
      },
    ]);
  });

  it('keeps no receipt with --no-log, and none of what the simulator charges', async () => {
    expect((await user.farebox(['--no-log', 'Hi'])).code).toBe(0);
    expect((await user.farebox(['Hi'], { environment: {} })).error).toContain('simulated');
    expect(await receipts()).toEqual([]);
  });

  it('has --max-cost for the one call, whatever was spent before', async () => {
    const argv = ['--max-cost', '0.000075', '--max-tokens', '100', 'Hi'];
    const codes = [];
    for (let count = 0; count < 4; count++) codes.push((await user.farebox(argv)).code);
    expect(codes).toEqual([0, 0, 0, 0]);
  });
});

describe('a ledger that fails', () => {
  it('keeps the call from being sent, names the file and the fix, and exits 12', async () => {
    mkdirSync(user.stateFolder);
    writeFileSync(join(user.stateFolder, 'ledger.db'), 'not a database, whatever it is called');
    const { code, out, error } = await user.farebox(['Hi']);
    expect({ code, out }).toEqual({ code: 12, out: '' });
    expect(error).toMatch(
      /^farebox: StoreError: The ledger .*ledger\.db is not a SQLite database.*\n {2}fix: .+\n$/,
    );
    expect(user.simulator.books.requests).toEqual([]);
    expect((await user.farebox(['--no-log', 'Hi'])).code).toBe(0);
  });

  it('after the answer costs what is left its number, and no more', async () => {
    await set('5');
    const ledger = memoryLedger();
    const broken = new ChatError({ kind: 'store', message: 'The disk is gone.' });
    const openLedgerFile = async () => ({ ...ledger, balance: () => Promise.reject(broken) });
    const onIo = (io: object) => Object.assign(io, { openLedgerFile });
    const { code, out, error } = await user.farebox(['--json', 'Hi'], { onIo });
    expect(code).toBe(0);
    expect(error).toMatch(/ · what is left is unknown\n$/);
    expect(JSON.parse(out).budget).toEqual({
      name: null,
      remaining: null,
      remainingUsd: null,
      closed: null,
    });
  });
});

describe('a Node without SQLite', () => {
  const message = 'Node 20.0.0 has no SQLite, in which receipts are kept.';
  const missing = new ChatError({ kind: 'store', code: 'no-sqlite', message, fix: 'Update Node.' });
  const onIo = (io: object) => {
    Object.assign(io, { openLedgerFile: () => Promise.reject(missing) });
  };

  it('asks all the same, and says that nothing is recorded', async () => {
    const { code, error } = await user.farebox(['Hi'], { onIo });
    expect(code).toBe(0);
    expect(error).toMatch(
      /^farebox: Node 20\.0\.0 has no SQLite, .* What this call costs is not recorded\.\ncost /,
    );
  });

  it('sends nothing while a budget is set', async () => {
    await set('5');
    const { code, error } = await user.farebox(['Hi'], { onIo });
    expect(code).toBe(12);
    expect(error).toContain('fix: Update Node.');
    expect(user.simulator.books.requests).toEqual([]);
  });
});

it('writes the receipt after Ctrl-C in the middle of an answer', async () => {
  await set('5');
  const slow = simulate({ seed: 1, pace: { firstTokenMs: 0, tokensPerSecond: 200 } });
  const { code, error } = await user.farebox(['Explain recursion'], {
    fetch: slow.fetch,
    onIo: (io) => {
      const { stdout } = io;
      Object.assign(io, {
        stdout: {
          ...stdout,
          write: (text: string) => {
            io.interrupt();
            return stdout.write(text);
          },
        },
      });
    },
  });
  expect(code).toBe(130);
  expectClosed();
  expect(error).toMatch(/^cost up to \$.* · \$4\.99 left\nfarebox: interrupted\n$/);
  expect(await receipts()).toMatchObject([{ outcome: 'aborted', cost: { known: 'bounded' } }]);
});
