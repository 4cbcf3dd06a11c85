import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatUsd } from '@farebox/core';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { simulate } from '@farebox/simulator';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { budgetedFarebox } from '../fixtures/budgeted-farebox.js';

// A ledger in a file waits for its disk, and the first call loads the provider.
vi.setConfig({ testTimeout: 30_000 });

let user: ReturnType<typeof budgetedFarebox>;
beforeEach(() => {
  user = budgetedFarebox();
});
afterEach(() => user.remove());

const set = (...argv: readonly string[]) => user.farebox(['budget', 'set', ...argv]);
const inZone = ['--time-zone', 'Europe/Berlin'];
describe('a hard budget', () => {
  it('has what is left on the cost line and in --json, of the one that has the least', async () => {
    await set('5', '--per', 'day', ...inZone);
    await set('1', '--per', 'month', ...inZone);
    expect((await user.farebox(['Hi'])).error).toMatch(/ · \$0\.9999 left this month\n$/);
    await set('0.5', '--session', 'refactor');
    const { out, error } = await user.farebox(['--json', '--session', 'refactor', 'Hi']);
    expect(error).toMatch(/ · \$0\.4999 left in this session\n$/);
    expect(JSON.parse(out).budget).toEqual({
      name: 'session refactor',
      remaining: (500_000_000_000n - BigInt(JSON.parse(out).cost)).toString(),
      remainingUsd: formatUsd(500_000_000_000n - BigInt(JSON.parse(out).cost)),
      closed: false,
    });
  });

  it('counts what others have spent and reserved at the same time', async () => {
    await set('1');
    const others = sqliteLedger({ file: join(user.stateFolder, 'ledger.db') });
    const scopes = [{ id: 'user' }];
    const call = { id: 'a/1', callId: 'a', attempt: 1, tags: {}, scopes };
    await others.reserve({ ...call, amount: 250_000_000_000n });
    expect((await user.farebox(['Hi'])).error).toMatch(/ · \$0\.7499 left\n$/);
    await others.close();
  });

  it('refuses with 3, the numbers, which one it was and what to do; nothing is sent', async () => {
    await set('5', '--per', 'month', ...inZone);
    await set('0.000001', '--per', 'day', ...inZone);
    const { code, out, error } = await user.farebox(['Hi']);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(error).toMatch(
      /^farebox: BudgetExceededError: The call could cost up to \$0\.\d+, and \$0\.000001 of the \$0\.000001 of user \(day 2026-11-28\) is left \(\$0\.00 spent\)\.\n/,
    );
    expect(error).toMatch(
      /\n {2}fix: Lower --max-tokens or use --fit, wait until 2026-11-29 00:00 Europe\/Berlin, or raise it: farebox budget set <usd> --per day\. farebox budget show has all numbers\.\n$/,
    );
    expect(user.simulator.books.requests).toEqual([]);
    user.setTime('2026-11-28T23:00:00Z');
    expect((await user.farebox(['Hi'])).error).toContain('(day 2026-11-29)');
  });

  test.each<[readonly string[], readonly string[], string]>([
    [['--per', 'call'], [], '--per call'],
    [['--per', 'hour', ...inZone], [], 'wait until 2026-11-28 19:00 Europe/Berlin'],
    [['--per', 'week', ...inZone], [], 'wait until 2026-11-30 00:00 Europe/Berlin'],
    [[], [], 'farebox budget set <usd> --per total.'],
    [['--session', 'a'], ['--session', 'a'], '<usd> --per total --session a.'],
    [['--per', 'day', '--session', 'a', ...inZone], ['--session', 'a'], '--per day --session a.'],
    [['--per', 'session'], [], '<usd> --per session.'],
    [['--per', 'session'], ['--session', 'b'], '<usd> --per session.'],
    [['--project', '.'], [], '<usd> --per total --project '],
  ])('set with %j refuses with its own fix', async (options, ofCall, fix) => {
    await set('0.000001', ...options);
    const { code, error } = await user.farebox([...ofCall, 'Hi']);
    expect(code).toBe(3);
    expect(error).toContain(fix);
    expect(error).toContain('farebox budget show');
  });

  it('leaves the fix of --max-cost alone', async () => {
    await set('5');
    const { error } = await user.farebox(['--max-cost', '0.000001', 'Hi']);
    expect(error).toContain('\n  fix: Raise --max-cost, lower --max-tokens, or shorten');
  });

  it('charges all or none: what one refuses, no other has reserved', async () => {
    await set('5');
    await set('0.000001', '--session', 'a');
    expect((await user.farebox(['--session', 'a', 'Hi'])).code).toBe(3);
    const { budgets } = JSON.parse((await user.farebox(['budget', 'show', '--json'])).out);
    expect(budgets).toMatchObject([
      { spent: '0', reserved: '0' },
      { spent: '0', reserved: '0' },
    ]);
  });

  it("holds for a project's folder and below it, and not beside it", async () => {
    mkdirSync(join(user.workingFolder, 'src', '.git'), { recursive: true });
    mkdirSync(join(user.workingFolder, '.git'));
    await set('0.000001', '--project');
    const askIn = (workingFolder: string) => user.farebox(['Hi'], { workingFolder });
    expect((await askIn(user.workingFolder)).code).toBe(3);
    expect((await askIn(join(user.workingFolder, 'src'))).code).toBe(3);
    expect((await askIn(`${user.workingFolder}-2`)).code).toBe(0);
  });

  it('sends a shorter answer with --fit, and says that it may be why it was cut off', async () => {
    const long = simulate({ seed: 1, answers: [() => 'word '.repeat(200)] });
    await set('0.00003');
    expect((await user.farebox(['Hi'])).code).toBe(3);
    expect((await user.farebox(['--fit', '100', 'Hi'])).code).toBe(3);
    const bodies: string[] = [];
    const { code, error } = await user.farebox(['--fit', '1', 'Hi'], {
      fetch: (input, init) => {
        bodies.push(String(init?.body));
        return long.fetch(input, init);
      },
    });
    expect(code).toBe(0);
    const { max_completion_tokens: ceiling } = JSON.parse(bodies[0] ?? '{}');
    expect(ceiling).toBeGreaterThan(1);
    expect(ceiling).toBeLessThan(100);
    expect(error).toContain('(finish_reason: length); --fit may have shortened it');
    expect(long.books.cost).toBeLessThanOrEqual(30_000_000n);
  });

  it('refuses a model without a price until that is allowed by name', async () => {
    await set('5');
    const argv = ['-m', 'my-model', '--max-tokens', '50', 'Hi'];
    const refused = await user.farebox(argv);
    expect(refused.code).toBe(3);
    expect(refused.error).toMatch(/no price for model "my-model".*\n {2}fix: .*--unknown-price/);
    // The provider does not have it, either; but it was asked.
    expect((await user.farebox(['--unknown-price', 'allow', ...argv])).code).toBe(11);
  });

  it('cannot be got around with --no-log', async () => {
    await set('5', '--per', 'day', ...inZone);
    await set('1', '--soft');
    const { code, error } = await user.farebox(['--no-log', 'Hi']);
    expect(code).toBe(2);
    expect(error).toContain('--no-log cannot be used while a budget is set');
    expect(error).toContain('farebox budget rm --per day; farebox budget rm --per total --soft.');
    expect(user.simulator.books.requests).toEqual([]);
  });

  it('is not charged with what the simulator charges', async () => {
    await set('0.000001');
    expect((await user.farebox(['Hi'], { environment: {} })).code).toBe(0);
  });
});

it('a soft budget warns once it is passed, and refuses nothing', async () => {
  await set('0.000001', '--per', 'day', '--soft', ...inZone);
  const { code, error } = await user.farebox(['Hi']);
  expect(code).toBe(0);
  expect(error).toMatch(
    /^farebox: warning: a soft budget is passed \(per day\): \$0\.\d+ of \$0\.000001 spent or reserved\ncost \$0\.\d+ · \d+ in \/ \d+ out · first token \d+\.\d+ s\n$/,
  );
  await set('1', '--per', 'day', '--soft');
  expect((await user.farebox(['Hi'])).error).not.toContain('warning');
});

it('an overrun closes the budgets it was charged to until they are reopened', async () => {
  user.remove();
  user = budgetedFarebox([{ fault: 'other-model', model: 'gpt-4' }, 'ok']);
  await set('5', '--session', 'a');
  const argv = ['--session', 'a', '--max-tokens', '20', 'Hi'];
  const passed = await user.farebox(argv);
  expect(passed.error).toMatch(/ · closed by an overrun: session a\n/);
  const refused = await user.farebox(argv);
  expect(refused.code).toBe(3);
  expect(refused.error).toContain('session:a is closed');
  expect(refused.error).toMatch(
    /\n {2}fix: .*farebox logs.* Then: farebox budget reopen --session a\.\n/,
  );
  expect((await user.farebox(['budget', 'show'])).out).toMatch(
    /session a is closed: [\s\S]*farebox budget\s+reopen --session a\n/,
  );
  const reopened = await user.farebox(['budget', 'reopen', '--session', 'a']);
  expect(reopened).toEqual({ code: 0, out: 'session a: open\n', error: '' });
  expect((await user.farebox(argv)).code).toBe(0);
});
