import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatUsd } from '@farebox/core';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { budgetedFarebox } from '../fixtures/budgeted-farebox.js';
import { shownUsd } from '../report/shown-usd.js';

// A ledger in a file waits for its disk, and the first call loads the provider.
vi.setConfig({ testTimeout: 30_000 });

let user: ReturnType<typeof budgetedFarebox>;
beforeEach(() => {
  user = budgetedFarebox();
});
afterEach(() => user.remove());

const berlin = ['--time-zone', 'Europe/Berlin'];

describe('set', () => {
  it('says what holds from now on, and until when', async () => {
    const set = await user.farebox(['budget', 'set', '5', '--per', 'day', ...berlin]);
    expect(set).toEqual({
      code: 0,
      out: 'per day: at most $5.00; this day ends 2026-11-29 00:00 Europe/Berlin\n',
      error: '',
    });
    const soft = await user.farebox(['budget', 'set', '$0.5', '--soft', '--session', 'refactor']);
    expect(soft.out).toBe('session refactor, soft: warns above $0.50\n');
  });

  it('changes the limit, and keeps what was spent and the time zone, wherever the machine is', async () => {
    await user.farebox(['budget', 'set', '5', '--per', 'day', '--time-zone', 'Asia/Tokyo']);
    await user.farebox(['Hi']);
    const again = await user.farebox(['budget', 'set', '4', '--per', 'day']);
    expect(again.out).toBe(
      'per day: at most $4.00, was $5.00; this day ends 2026-11-30 00:00 Asia/Tokyo\n',
    );
    const { out } = await user.farebox(['budget', 'show', '--json']);
    expect(JSON.parse(out).budgets).toMatchObject([
      { limit: '4000000000000', spent: user.simulator.books.cost.toString() },
    ]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no amount', [], /missing required argument 'usd'/],
    ['an amount that is none', ['cheap'], /farebox budget set is wrong: .*\n.*budget set 0\.05/],
    ['a window that is none', ['5', '--per', 'year'], /--per is none of call, session, hour/],
    [
      'a time zone that is none',
      ['5', '--per', 'day', '--time-zone', 'Mars'],
      /--time-zone "Mars"/,
    ],
    ['a time zone without a calendar', ['5', '--time-zone', 'UTC'], /--time-zone says where hours/],
    ['two owners', ['5', '--session', 'a', '--project', '.'], /--session and --project both/],
    [
      'each session and one',
      ['5', '--per', 'session', '--session', 'a'],
      /each session, and --ses/,
    ],
    ['each session of a project', ['5', '--per', 'session', '--project', '.'], /, and --project/],
    ['no project', ['5', '--project'], /--project finds no project/],
    ['a session without a name', ['5', '--session', ''], /--session is no name/],
  ])('%s exits 2, names the option and the fix, and sets nothing', async (_what, argv, message) => {
    const { code, out, error } = await user.farebox(['budget', 'set', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/\n {2}fix: .+\n$/);
    expect((await user.farebox(['budget', 'show'])).out).toMatch(/^No budget is set/);
  });
});

describe('show', () => {
  it('says how to set one where there is none, and makes no file', async () => {
    const { code, out } = await user.farebox(['budget', 'show']);
    expect(code).toBe(0);
    expect(out).toBe('No budget is set. To set one: farebox budget set 5.00 --per day\n');
    expect(readdirSync(join(user.stateFolder, '..'))).toEqual(['work']);
  });

  it('has every budget with what is spent, reserved and left, and when its window ends', async () => {
    mkdirSync(join(user.workingFolder, '.git'));
    await user.farebox(['budget', 'set', '5', '--per', 'day', ...berlin]);
    await user.farebox(['budget', 'set', '0.000001', '--per', 'month', '--soft', ...berlin]);
    await user.farebox(['budget', 'set', '0.05', '--per', 'session']);
    await user.farebox(['budget', 'set', '1', '--project']);
    await user.farebox(['--session', 'refactor', 'Hi']);
    const { out } = await user.farebox(['budget', 'show']);
    const { cost } = user.simulator.books;
    const project = `project ${user.workingFolder}`;
    // On a line of its own where the name of the folder is longer than here.
    const lines = out.replace(`${project}\n`, project).replaceAll(/ +/g, ' ');
    expect(lines.replaceAll(shownUsd(cost, 'up'), '<spent>').split('\n')).toEqual([
      'budget limit spent reserved left',
      'each session $0.05',
      'per day $5.00 <spent> $0.00 $4.99',
      'per month, soft $0.000001 <spent> $0.00 $0.00',
      `${project} $1.00 <spent> $0.00 $0.9999`,
      'this day ends 2026-11-29 00:00 Europe/Berlin',
      'this month ends 2026-12-01 00:00 Europe/Berlin',
      '',
    ]);
    const { budgets } = JSON.parse((await user.farebox(['budget', 'show', '--json'])).out);
    expect(budgets).toHaveLength(4);
    expect(budgets[3]).toEqual({
      name: project,
      owner: 'project',
      session: null,
      folder: user.workingFolder,
      per: 'total',
      soft: false,
      timeZone: null,
      windowEnds: null,
      limit: '1000000000000',
      limitUsd: '1.00',
      spent: cost.toString(),
      reserved: '0',
      remaining: (1_000_000_000_000n - cost).toString(),
      remainingUsd: formatUsd(1_000_000_000_000n - cost),
      closed: false,
    });
  });
});

it('show has the state of a session where each has a limit, for the one that is named', async () => {
  await user.farebox(['budget', 'set', '0.05', '--per', 'session']);
  await user.farebox(['--session', 'a', 'Hi']);
  const of = async (name: string) => {
    const { out } = await user.farebox(['budget', 'show', '--session', name, '--json']);
    return JSON.parse(out).budgets;
  };
  const spent = String(user.simulator.books.cost);
  expect(await of('a')).toMatchObject([{ name: 'each session', spent }]);
  expect(await of('b')).toMatchObject([{ name: 'each session', spent: '0' }]);
});

describe('rm', () => {
  it('takes the options that it was set with, and leaves the others', async () => {
    await user.farebox(['budget', 'set', '5', '--per', 'day', ...berlin]);
    await user.farebox(['budget', 'set', '4', '--per', 'day', '--soft', ...berlin]);
    const removed = await user.farebox(['budget', 'rm', '--per', 'day', '--soft']);
    expect(removed).toEqual({ code: 0, out: 'per day, soft: removed\n', error: '' });
    const { out } = await user.farebox(['budget', 'show']);
    expect(out).toContain('per day  ');
    expect(out).not.toContain('soft');
  });

  it('exits 2 where there is none', async () => {
    const { code, error } = await user.farebox(['budget', 'rm', '--per', 'hour']);
    expect(code).toBe(2);
    expect(error).toBe(
      'farebox: ConfigurationError: There is no budget "per hour".\n  fix: farebox budget show has those that are set; name it with the options it was set with.\n',
    );
  });
});

it('a budget that is not understood stops everything but its removal, and is named', async () => {
  await user.farebox(['budget', 'set', '5', ...['--per', 'day'], ...berlin]);
  const file = join(user.stateFolder, 'budgets', 'user.day.json');
  writeFileSync(file, '{"version":2}');
  for (const argv of [['Hi'], ['budget', 'show'], ['budget', 'set', '5', '--per', 'day']]) {
    const { code, error } = await user.farebox(argv);
    expect(code).toBe(12);
    expect(error).toContain(`The budget ${file} is not understood`);
    expect(error).toMatch(/\n {2}fix: .*remove the file/);
  }
  expect(user.simulator.books.requests).toEqual([]);
  expect((await user.farebox(['budget', 'rm', '--per', 'day'])).code).toBe(0);
  expect((await user.farebox(['Hi'])).code).toBe(0);
});

it('without a command shows all that are set, as keys, config and logs do', async () => {
  await user.farebox(['budget', 'set', '5', '--per', 'day']);
  const shown = await user.farebox(['budget']);
  expect(shown.code).toBe(0);
  expect(shown.out).toContain('per day');
  expect(await user.farebox(['budget', 'show'])).toEqual(shown);
});

it('of a folder that is not there is refused, for it would limit nothing', async () => {
  const { code, out, error } = await user.farebox(['budget', 'set', '5', '--project', '/no/such']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain('there is no folder /no/such.');
});
