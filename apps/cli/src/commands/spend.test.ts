import { parseUsd } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type FakeIoOptions, fakeIo } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { armed, parseCsv } from '../fixtures/parse-csv.js';
import { type Spent, spentLedger } from '../fixtures/spent-ledger.js';
import { run } from '../run.js';
import { displayWidth } from '../terminal/display-width.js';

const clock = virtualClock({ now: Date.parse('2026-11-28T12:00:00Z') });

const week: readonly Spent[] = [
  { at: '2026-11-24T10:00:00Z', usd: '0.0003', tokens: [1200, 40], tags: { session: 'thesis' } },
  { at: '2026-11-26T10:00:00Z', usd: '0.04', tokens: [20, 9], tags: { session: '東京' } },
  { at: '2026-11-26T11:00:00Z', usd: '0.08', known: 'bounded', more: { outcome: 'timeout' } },
  { at: '2026-11-28T09:00:00Z', more: { model: 'llama3.2' }, tokens: [5, 5] },
  { at: '2026-11-28T10:00:00Z', usd: '0.02', more: { model: 'gpt-4o' }, scopes: ['a', 'b'] },
];

async function spend(options: readonly string[] = [], io: FakeIoOptions = {}) {
  const ledger = io.ledger ?? (await spentLedger(week));
  const zone = options.includes('--time-zone') ? [] : ['--time-zone', 'UTC'];
  return farebox(['spend', ...zone, ...options], { clock, ...io, ledger });
}
const terminal = (columns: number) => ({ terminal: true, columns });

describe('farebox spend', () => {
  it('has a line for each day, exact amounts that add up, and says how sure they are', async () => {
    const { code, out, error } = await spend();
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toBe(`everything · days of UTC

day            cost    bound  unknown  attempts  input  output
2026-11-24  $0.0003  $0.0000        0         1  1,200      40
2026-11-25  $0.0000  $0.0000        0         0      0       0
2026-11-26  $0.1200  $0.0800        0         2     20       9
2026-11-27  $0.0000  $0.0000        0         0      0       0
2026-11-28  $0.0200  $0.0000        1         2      5       5
total       $0.1403  $0.0800        1         5  1,225      54

$0.08 of the total is a bound: the most that attempts can have cost whose end
  nobody saw
1 attempt has no known cost, and no part in these amounts
`);
  });

  it('draws bars in a terminal, a bound lighter, as wide as the terminal is', async () => {
    const { out } = await spend([], terminal(80));
    const [, , , first, , second, , third] = out.split('\n');
    expect(first).toMatch(/ 40 {2}▏$/);
    expect(second).toMatch(/ 9 {2}█{5}░+$/);
    expect(displayWidth(second ?? '')).toBe(80);
    expect(third).toMatch(/ 5 {2}██[▏▎▍▌▋▊▉]$/);
  });

  it('draws them beside names that need a line of their own, too', async () => {
    const tags = { team: 'x'.repeat(75) };
    const ledger = await spentLedger([
      { at: '2026-11-28', usd: '1', known: 'bounded', tags },
      { at: '2026-11-28', usd: '1', tags: { team: 'red' } },
    ]);
    const { out } = await spend(['--by', 'tag:team'], { ...terminal(80), ledger });
    expect(out).toMatch(/^red {2}.* █+\nx{75}\n {7}\$.* ░+\ntotal /m);
    expect(out).toContain('is a bound (░): the most');
  });

  it('draws none in a pipe, in a dumb terminal, and where nothing is known to be spent', async () => {
    expect((await spend()).out).not.toMatch(/[█░]/);
    const dumb = await spend([], { ...terminal(80), environment: { TERM: 'dumb' } });
    expect(dumb.out).toBe((await spend()).out);
    const ledger = await spentLedger([{ at: '2026-11-28' }]);
    expect((await spend([], { ...terminal(80), ledger })).out).not.toMatch(/[█░▏]/);
  });

  it.each([20, 40, 80, 200])('fits %i columns and keeps what is not sure', async (columns) => {
    for (const by of ['day', 'month', 'model', 'session', 'scope']) {
      const { out } = await spend(['--by', by], terminal(columns));
      const lines = out.split('\n');
      const widest = Math.max(...lines.map(displayWidth));
      expect(widest).toBeLessThanOrEqual(Math.max(columns, 31));
      expect(out).toMatch(/\$0\.08\d* of\s+the\s+total\s+is\s+a\s+bound/);
      expect(out).toContain('$0.1403');
      expect(out).not.toContain('\u001b');
    }
  });

  it('aligns wide characters', async () => {
    const { out } = await spend(['--by', 'session']);
    expect(out).toMatch(/^\(none\) {3}\$0\.1000 /m);
    expect(out).toMatch(/^東京 {5}\$0\.0400 /m);
  });

  it('begins days where the time zone does, also the one that has 25 hours', async () => {
    const ledger = await spentLedger([
      { at: '2026-10-24T21:59:59Z', usd: '0.01' },
      { at: '2026-10-24T22:00:00Z', usd: '0.02' },
      { at: '2026-10-25T22:59:59Z', usd: '0.04' },
      { at: '2026-10-25T23:00:00Z', usd: '0.08' },
    ]);
    const options = ['--time-zone', 'Europe/Berlin', '--to', '2026-10-26'];
    const { out } = await spend(options, { ledger });
    expect(out).toContain('until 2026-10-26 · days of Europe/Berlin');
    expect(out).toMatch(/^2026-10-24 +\$0\.01 /m);
    expect(out).toMatch(/^2026-10-25 +\$0\.06 /m);
    expect(out).toMatch(/^2026-10-26 +\$0\.08 /m);
    const day = ['--from', '2026-10-25', '--to', '2026-10-25'];
    expect((await spend([...options, ...day], { ledger })).out).toMatch(/^total +\$0\.06 /m);
  });

  it('puts many days without spending on one line, up to today', async () => {
    const ledger = await spentLedger([
      { at: '2026-10-01', usd: '1' },
      { at: '2026-11-01', usd: '2' },
    ]);
    const { out } = await spend([], { ledger });
    expect(out.split('\n').map((line) => line.split(/ {2,}/)[0])).toEqual([
      'everything · days of UTC',
      '',
      'day',
      '2026-10-01',
      '… 30 days',
      '2026-11-01',
      '… 27 days',
      'total',
      '',
    ]);
    const months = await spend(['--by', 'month', '--from', '2026-08-15'], { ledger });
    expect(months.out.match(/^2026-\d\d /gm)).toEqual([
      '2026-08 ',
      '2026-09 ',
      '2026-10 ',
      '2026-11 ',
    ]);
  });

  it('has the dearest first where there is no calendar, and names what has no such tag', async () => {
    const { out } = await spend(['--by', 'tag:session']);
    expect(out.match(/^(?:東京|thesis|\(none\))/gm)).toEqual(['(none)', '東京', 'thesis']);
  });

  it('counts an attempt in each of its scopes, and once in the total', async () => {
    const { out } = await spend(['--by', 'scope', '--from', '0d']);
    expect(out).toMatch(/^a +\$0\.02 [\s\S]*^b +\$0\.02 [\s\S]*^total +\$0\.02 /m);
    expect(out).toContain('in each of its scopes');
  });

  test.each([
    [['--model', 'gpt-4o'], '$0.02'],
    [['--session', 'thesis'], '$0.0003'],
    [['--tag', 'session=東京'], '$0.04'],
    [['--from', '2d', '--to', '1d'], '$0.12'],
    [['--from', '2026-11-28'], '$0.02'],
  ])('%j is what it asks for', async (options, total) => {
    const { out } = await spend(options);
    expect(/^total +(\S+)/m.exec(out)?.[1]).toBe(total);
  });

  it('says so in a sentence where nothing was spent, and exits 0', async () => {
    const ledger = await spentLedger([]);
    const { code, out } = await spend([], { ledger });
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^There are no receipts yet.*\.\n$/),
    });
    expect((await spend(['--model', 'none'])).out).toMatch(/^No receipt is like that\./);
  });

  it('does not let a tag command the terminal', async () => {
    const tags = { team: '\u001b[2Jred\nblue', '\u001b]0;x\u0007': 'x' };
    const ledger = await spentLedger([{ at: '2026-11-28', usd: '1', tags }]);
    for (const options of [
      ['--by', 'tag:team'],
      ['--csv', '--by', 'tag:team'],
      ['--json', '--by', 'tag:team'],
    ]) {
      const { out } = await spend(options, { ...terminal(80), ledger });
      expect(out).not.toContain('\u001b');
    }
    expect((await spend(['--by', 'tag:team'], { ledger })).out).toMatch(/^red blue +\$1\.00/m);
  });
});

describe('farebox spend as data', () => {
  it('--json is one object, with exact dollars as text', async () => {
    const { out } = await spend(['--json', '--by', 'tag:session', '--from', '2026-11-24']);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'spend',
      by: 'tag:session',
      from: '2026-11-24',
      to: null,
      timeZone: 'UTC',
      groups: [
        { key: '', costUsd: '0.10', boundedUsd: '0.08', unknownAttempts: 1, attempts: 3 },
        {},
        {},
      ],
      total: { costUsd: '0.1403', boundedUsd: '0.08', unknownAttempts: 1, inputTokens: 1225 },
    });
  });

  it('--csv has a line for each group, and no sum that somebody would add once more', async () => {
    expect((await spend(['--csv'])).out).toBe(
      [
        'day,cost_usd,bounded_usd,unknown_attempts,attempts,input_tokens,output_tokens',
        '2026-11-24,0.0003,0.00,0,1,1200,40',
        '2026-11-26,0.12,0.08,0,2,20,9',
        '2026-11-28,0.02,0.00,1,2,5,5',
        '',
      ].join('\r\n'),
    );
    expect((await spend(['--csv', '--model', 'none'])).out.split('\r\n')).toHaveLength(2);
  });

  it('adds up to the total by any group, whatever was spent and however tags are written', async () => {
    const text = fc.oneof(fc.constantFrom('', '=1', "'", 'a,b', '"', '\r\n'), fc.string());
    const amount = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String);
    const spent = fc.record({
      at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      usd: amount.map(
        (digits) => `${digits.slice(0, -12) || '0'}.${digits.slice(-12).padStart(12, '0')}`,
      ),
      known: fc.constantFrom('reported' as const, 'bounded' as const),
      tags: text.map((team) => ({ team })),
      more: text.map((model) => ({ model })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(spent, { maxLength: 12 }), async (spendings) => {
        const ledger = await spentLedger(spendings);
        const total = spendings.reduce((sum, { usd }) => sum + parseUsd(usd), 0n);
        for (const by of ['day', 'month', 'model', 'session', 'tag:team']) {
          const csv = parseCsv((await spend(['--csv', '--by', by], { ledger })).out).slice(1);
          const json = JSON.parse((await spend(['--json', '--by', by], { ledger })).out);
          expect(csv.map(([key = '']) => armed(key))).toEqual(
            json.groups.map(({ key }: { key: string }) => key),
          );
          for (const costs of [
            csv.map(([, cost = '']) => cost),
            json.groups.map(({ costUsd }: { costUsd: string }) => costUsd),
            [json.total.costUsd],
          ]) {
            expect(costs.reduce((sum: bigint, cost: string) => sum + parseUsd(cost), 0n)).toBe(
              total,
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

describe('wrong usage of spend exits 2 and says what is right', () => {
  test.each([
    [['--by', 'week'], /tag:<name>/],
    [['--from', 'yesterday'], /neither a day nor/],
    [['--from', '2026-11-02', '--to', '2026-11-01'], /later day/],
    [['--session', 'a', '--tag', 'b=c'], /--session is a tag/],
    [['--tag', 'red'], /no name and value/],
    [['--time-zone', 'Europe/Atlantis'], /no time zone/],
    [['--csv', '--json'], /two forms/],
    [['2026-11-28'], /too many arguments/],
  ])('%j', async (options, message) => {
    const { code, out, error } = await spend(options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/\n {2}fix: /);
  });
});

test.each(['--json', '--csv'])(
  'a reader of %s that has gone is fine, a full disk is not',
  async (form) => {
    for (const [code, exit] of [
      ['ENOSPC', 1],
      ['EPIPE', 0],
    ] as const) {
      const io = fakeIo({ clock, ledger: await spentLedger(week) });
      io.breakOutput(code);
      expect(await run(['spend', form], io)).toBe(exit);
    }
  },
);
