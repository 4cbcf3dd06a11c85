import { virtualClock } from '@farebox/core/testing';
import type { Ledger } from '@farebox/cost';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type FakeIoOptions, fakeIo } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { armed, parseCsv } from '../fixtures/parse-csv.js';
import { type Spent, spentLedger } from '../fixtures/spent-ledger.js';
import { receiptColumns } from '../report/receipt-data.js';
import { run } from '../run.js';
import { displayWidth } from '../terminal/display-width.js';

const clock = virtualClock({ now: Date.parse('2026-11-28T12:00:00Z') });

const full: Spent = {
  at: '2026-11-28T16:03:12.500Z',
  usd: '0.000302',
  callId: 'call_b',
  attempt: 2,
  scopes: ['user'],
  tags: { team: '=1+1', session: 'thesis' },
  tokens: [1014, 500],
  more: {
    serviceTier: 'flex',
    finishReason: 'stop',
    requestId: 'req_7',
    lines: [{ what: 'output.text', units: 500, unitPrice: 604_000n, amount: 302_000_000n }],
  },
};
const some: readonly Spent[] = [
  { at: '2026-11-20T10:00:00Z', usd: '0.5', callId: 'call_a' },
  {
    at: '2026-11-28T16:03:10Z',
    usd: '0.01',
    known: 'bounded',
    callId: 'call_b',
    more: { outcome: 'timeout' },
  },
  full,
  { at: '2026-11-28T16:04:00Z', callId: 'call_c', more: { model: 'llama-東京' } },
];

async function logs(argv: readonly string[] = [], io: FakeIoOptions = {}) {
  const ledger = io.ledger ?? (await spentLedger(some));
  return farebox(['logs', ...argv], { clock, ...io, ledger });
}
const utc = ['--time-zone', 'UTC'];

describe('farebox logs', () => {
  it('has a line for each receipt, the newest last, with what it cost as far as that is known', async () => {
    const { code, out, error } = await logs(utc);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(
      out,
    ).toBe(`no.  ended                model        outcome               cost  input  output
1    2026-11-20 10:00:00  gpt-4o-mini  completed        $0.500000
2    2026-11-28 16:03:10  gpt-4o-mini  timeout    up to $0.010000
3    2026-11-28 16:03:12  gpt-4o-mini  completed        $0.000302  1,014     500
4    2026-11-28 16:04:00  llama-東京   completed          unknown
`);
    expect((await logs(['list', ...utc])).out).toBe(out);
  });

  it('is about as many of the newest as were asked for, in the time zone asked for', async () => {
    const { out } = await logs(['-n', '2', '--time-zone', 'Asia/Kolkata']);
    expect(out.match(/^\d+ +\S+ \S+/gm)).toEqual([
      '3    2026-11-28 21:33:12',
      '4    2026-11-28 21:34:00',
    ]);
  });

  test.each([
    [['--model', 'llama-東京'], ['4']],
    [['--session', 'thesis'], ['3']],
    [['--tag', 'team==1+1'], ['3']],
    [['--to', '2026-11-20'], ['1']],
    [
      ['--from', '1d'],
      ['2', '3', '4'],
    ],
  ])('%j is what it asks for', async (options, numbers) => {
    const { out } = await logs([...utc, ...options]);
    expect(out.match(/^\d+/gm)).toEqual(numbers);
  });

  it.each([40, 80, 200])('fits %i columns', async (columns) => {
    const { out } = await logs(utc, { terminal: true, columns });
    const widest = Math.max(...out.split('\n').map(displayWidth));
    expect(widest).toBeLessThanOrEqual(Math.max(columns, 50));
    expect(out).toContain('up to $0.010000');
  });

  it('--json is one object with whole receipts', async () => {
    const { kind, receipts } = JSON.parse(
      (await logs(['--json', '-n', '1', '--session', 'thesis'])).out,
    );
    expect(kind).toBe('logs');
    expect(receipts).toEqual([
      {
        number: 3,
        id: 'call_b/2',
        callId: 'call_b',
        attempt: 2,
        reservedAt: '2026-11-28T16:03:12.500Z',
        settledAt: '2026-11-28T16:03:12.500Z',
        model: 'gpt-4o-mini',
        serviceTier: 'flex',
        outcome: 'completed',
        finishReason: 'stop',
        costUsd: '0.000302',
        costKnown: 'reported',
        reservedUsd: '1.00',
        resolution: 'settled',
        overrun: false,
        usage: { prompt_tokens: 1014, completion_tokens: 500, total_tokens: 1514 },
        lines: [
          { what: 'output.text', units: 500, unitPriceUsd: '0.000000604', amountUsd: '0.000302' },
        ],
        requestId: 'req_7',
        scopes: ['user'],
        softLimits: [],
        tags: { team: '=1+1', session: 'thesis' },
        holder: 'this process',
      },
    ]);
  });

  it('says so in a sentence where there are none', async () => {
    const { code, out } = await logs([], { ledger: await spentLedger([]) });
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^There are no receipts yet.*\.\n$/),
    });
    expect((await logs(['--to', '2020-01-01'])).out).toBe('No receipt is like that.\n');
  });

  it('tells the names with which models answer, where nobody answers to the one asked for', async () => {
    const more = { model: 'gpt-4o-mini-2024-07-18' };
    const ledger = await spentLedger([{ at: 0, usd: '1', more }]);
    for (const command of ['logs', 'spend']) {
      const { code, out } = await farebox([command, '--model', 'gpt-4o-mini'], { clock, ledger });
      expect({ code, out }).toEqual({
        code: 0,
        out: 'No receipt is like that. A receipt has the model that answered, such as gpt-4o-mini-2024-07-18.\n',
      });
    }
  });

  it('leaves out the tokens where a long name has no room for them', async () => {
    const more = { model: 'gpt-4o-mini-2024-07-18', outcome: 'timeout' as const };
    const ledger = await spentLedger([
      { at: 0, usd: '0.009848', known: 'bounded', tokens: [1234, 5678], more },
    ]);
    const { out } = await logs(utc, { ledger, terminal: true, columns: 80 });
    expect(out).toMatch(/cost\n1 {4}1970-01-01 00:00:00 .* up to \$0\.009848\n$/);
    expect((await logs(utc, { ledger, terminal: true, columns: 100 })).out).toMatch(
      / 1,234 +5,678\n$/,
    );
  });
});

describe('farebox logs show', () => {
  it('tells everything of a receipt by its number, exactly', async () => {
    const { code, out } = await logs(['show', '3', ...utc]);
    expect(code).toBe(0);
    expect(out).toBe(`call_b/2
  number      3
  call        call_b, attempt 2
  began       2026-11-28 16:03:12 UTC
  ended       2026-11-28 16:03:12, after 0.00 s
  model       gpt-4o-mini
  tier        flex
  outcome     completed
  finish      stop
  cost        $0.000302, reported
  set aside   $1.00, settled
  request id  req_7
  scopes      user
  tag         team==1+1
  tag         session=thesis
  process     this process

  reported           tokens
  prompt_tokens      1014
  completion_tokens  500
  total_tokens       1514

  billed       units       $ each         $
  output.text    500  0.000000604  0.000302
`);
  });

  it('finds a receipt by its id, and all attempts by the call', async () => {
    expect((await logs(['show', 'call_b/2', ...utc])).out).toBe(
      (await logs(['show', '3', ...utc])).out,
    );
    const { out } = await logs(['show', 'call_b']);
    expect(out.match(/^call_b\/\d/gm)).toEqual(['call_b/1', 'call_b/2']);
    expect(out).toContain('$0.01, bounded');
    const { receipts } = JSON.parse((await logs(['show', 'call_b', '--json'])).out);
    expect(receipts).toHaveLength(2);
  });

  it('says what is unknown, and what an overrun and a refusal are', async () => {
    expect((await logs(['show', 'call_c'])).out).toMatch(/^ {2}cost +unknown$/m);
    const ledger = await spentLedger([{ at: 0, usd: '2' }]);
    await ledger.reserve({
      id: 'x/1',
      callId: 'x',
      attempt: 1,
      amount: 5n,
      scopes: [{ id: 'u', limit: 6n }],
      tags: {},
    });
    await ledger.settle('x/1', {
      outcome: 'completed',
      model: 'm',
      cost: { known: 'reported', amount: 7n },
    });
    await ledger.reserve({ id: 'y/1', callId: 'y', attempt: 1, amount: 5n, scopes: [], tags: {} });
    await ledger.release('y/1', { outcome: 'rate-limit', model: 'm' });
    expect((await logs(['show', 'x'], { ledger })).out).toContain('cost more than was set aside');
    expect((await logs(['show', 'y'], { ledger })).out).toContain('given back');
  });

  it.each(['9', 'call_z', 'call_b/3', '/', ''])('knows no %j and exits 2', async (word) => {
    const { code, out, error } = await logs(['show', word]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/There is no receipt ".*\n {2}fix: farebox logs lists/);
  });

  it('does not let a provider command the terminal', async () => {
    const evil = '\u001b[2J\u009b31m\nx';
    const more = {
      model: evil,
      serviceTier: evil,
      finishReason: evil,
      requestId: evil,
      usage: { prompt_tokens: evil, [evil]: evil },
    };
    const ledger = await spentLedger([
      {
        at: 0,
        usd: '1',
        callId: 'call_a',
        tags: { [evil]: evil },
        more: more as Spent['more'] & object,
      },
    ]);
    for (const io of [{ ledger }, { ledger, terminal: true }]) {
      for (const argv of [[], ['show', 'call_a'], ['--json'], ['show', 'call_a', '--json']]) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
        expect((await logs(argv, io)).out).not.toMatch(/[\u001b\u009b]/);
      }
    }
  });
});

describe('farebox logs export', () => {
  it('has each receipt once, the oldest first, over many pages', async () => {
    const many = Array.from({ length: 450 }, (_, at): Spent => ({ at, usd: '0.01' }));
    const ledger = await spentLedger(many);
    const texts: string[] = [];
    const onOutput = (text: string) => void texts.push(text);
    const { code, out } = await logs(['export', '--jsonl'], { ledger, onOutput });
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).number),
    ).toEqual(many.map((_, index) => index + 1));
    // Twenty at a time, because each may have a prompt and an answer with it.
    expect(texts).toHaveLength(23);
    const csv = parseCsv((await logs(['export', '--csv', '--to', '1d'], { ledger })).out);
    expect(csv).toHaveLength(451);
  });

  it('names the columns of CSV as JSON does its members', async () => {
    const names = Object.keys(JSON.parse((await logs(['--json'])).out).receipts[0]);
    expect(receiptColumns).toEqual(
      names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
    );
  });

  it('is CSV that parses back to the receipts, whatever their texts are', async () => {
    const text = fc.oneof(fc.constantFrom('=1', "'", 'a,b', '"', '\r\n', '-1', ' =x'), fc.string());
    const spent = fc.record({
      at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      usd: fc.option(
        fc.nat().map((cents) => `0.${String(cents).padStart(12, '0')}`),
        { nil: undefined },
      ),
      tags: fc.dictionary(text, text, { maxKeys: 3 }),
      scopes: fc.uniqueArray(text, { maxLength: 2 }),
      tokens: fc.tuple(fc.nat(), fc.nat()),
      more: fc.record({ model: text, finishReason: text, requestId: text, serviceTier: text }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(spent, { maxLength: 6 }), async (spendings) => {
        const ledger = await spentLedger(spendings as readonly Spent[]);
        const [names = [], ...rows] = parseCsv((await logs(['export', '--csv'], { ledger })).out);
        const lines = (await logs(['export', '--jsonl'], { ledger })).out.split('\n').slice(0, -1);
        expect(rows).toHaveLength(spendings.length);
        for (const [index, row] of rows.entries()) {
          const receipt = Object.entries(JSON.parse(lines[index] ?? ''));
          const back = row.map((cell, at) => {
            const value = receipt[at]?.[1];
            if (value === null) return armed(cell) === '' ? null : cell;
            return typeof value === 'string' ? armed(cell) : JSON.parse(cell);
          });
          expect(back).toEqual(receipt.map(([, value]) => value));
          expect(row).toHaveLength(names.length);
        }
        const found = await ledger.receipts();
        expect(lines.map((line) => JSON.parse(line).tags)).toEqual(
          found.map(({ tags }) => ({ ...tags })),
        );
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('is taken for text by a spreadsheet', async () => {
    const ledger = await spentLedger([{ at: 0, usd: '1', more: { model: '=HYPERLINK("x")' } }]);
    const { out } = await logs(['export', '--csv'], { ledger });
    expect(out).toContain(`,"'=HYPERLINK(""x"")",`);
  });

  it('ends at once with 130 after Ctrl-C, and quietly when its reader has gone', async () => {
    const many = Array.from({ length: 450 }, (_, at): Spent => ({ at, usd: '0.01' }));
    const ledger = await spentLedger(many);
    const io = fakeIo({ ledger, onOutput: () => io.interrupt() });
    expect(await run(['logs', 'export', '--jsonl'], io)).toBe(130);
    expect(io.out.split('\n')).toHaveLength(21);
    const piped = fakeIo({ ledger, onOutput: () => piped.breakOutput('EPIPE') });
    expect(await run(['logs', 'export', '--jsonl'], piped)).toBe(0);
    expect({ lines: piped.out.split('\n').length, error: piped.error }).toEqual({
      lines: 21,
      error: '',
    });
    const full = fakeIo({ ledger });
    full.breakOutput('ENOSPC');
    expect(await run(['logs', 'export', '--jsonl'], full)).toBe(1);
  });
});

describe('what was asked and answered, where it is stored', () => {
  const content = {
    request: { model: 'gpt-4o', messages: [{ role: 'user' as const, content: 'Why?\n\u001b[2J' }] },
    choices: [{ message: { role: 'assistant' as const, content: 'Because.', refusal: null } }],
    truncated: false,
  };
  const stored = () => spentLedger([{ at: 0, usd: '1', callId: 'call_a', more: { content } }]);

  it('is in show, without what commands a terminal', async () => {
    const { out } = await logs(['show', 'call_a'], { ledger: await stored() });
    expect(out).toContain(
      '\n  asked, user\n    Why?\n    \n\n  answered, assistant\n    Because.\n',
    );
    expect(out).not.toContain('\u001b');
  });

  it('is in JSON of show and of export, exactly, and nowhere else', async () => {
    const ledger = await stored();
    const shown = JSON.parse((await logs(['show', '1', '--json'], { ledger })).out);
    expect(shown.receipts[0].content).toEqual(content);
    const exported = await logs(['export', '--jsonl'], { ledger });
    expect(JSON.parse(exported.out).content).toEqual(content);
    for (const argv of [[], ['--json'], ['export', '--csv']]) {
      expect((await logs(argv, { ledger })).out).not.toContain('Because');
    }
  });
});

describe('farebox logs prune', () => {
  const receipts = async (ledger: Ledger) => (await ledger.receipts()).length;
  const before = ['prune', '--before', '2026-11-28', ...utc];

  it('forgets what is from before a day, says how many, and frees no budget', async () => {
    const ledger = await spentLedger([]);
    const user = { id: 'user', limit: 10n };
    const held = { callId: 'c', attempt: 1, tags: {}, scopes: [user] };
    await ledger.reserve({ ...held, id: 'c/1', amount: 8n });
    await ledger.settle('c/1', {
      outcome: 'completed',
      model: 'm',
      cost: { known: 'reported', amount: 8n },
    });
    const balance = await ledger.balance('user');
    const { code, out } = await logs([...before, '--yes'], { ledger });
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Forgot 1 receipt from before 2026-11-28; what budgets have spent stays.\n',
    });
    expect(await receipts(ledger)).toBe(0);
    expect(await ledger.balance('user')).toEqual(balance);
    await expect(ledger.reserve({ ...held, id: 'c/2', amount: 3n })).rejects.toMatchObject({
      kind: 'budget',
    });
  });

  it('counts back from today, and keeps the day itself', async () => {
    const ledger = await spentLedger(some);
    const { out } = await logs(['prune', '--older-than', '8d', ...utc, '-y'], { ledger });
    expect(out).toBe('No receipts are from before 2026-11-20.\n');
    await logs(['prune', '--older-than', '7d', ...utc, '-y'], { ledger });
    expect(await receipts(ledger)).toBe(3);
  });

  test.each([
    ['y\n', 0, 3],
    ['YES\n', 0, 3],
    ['\n', 1, 4],
    ['n\n', 1, 4],
    ['', 1, 4],
  ])('asks in a terminal, and %j ends with %i', async (typed, exit, left) => {
    const ledger = await spentLedger(some);
    const { code, out, error } = await logs(before, { ledger, typed, terminal: true });
    expect(error).toBe('Forget 1 receipt from before 2026-11-28, $0.500000 in all? [y/N] ');
    expect({ code, left: await receipts(ledger) }).toEqual({ code: exit, left });
    expect(out).toMatch(exit === 0 ? /^Forgot 1 receipt / : /^Nothing was forgotten\.\n$/);
  });

  it('forgets nothing where nobody can be asked, or after Ctrl-C', async () => {
    const ledger = await spentLedger(some);
    const { code, error } = await logs(before, { ledger, stdin: 'none' });
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining('fix: Add --yes') });
    const io = fakeIo({ clock, ledger, typed: 'y\n' });
    io.interrupt();
    expect(await run(['logs', ...before], io)).toBe(130);
    expect(await receipts(ledger)).toBe(4);
  });

  test.each([
    [[], /one of --older-than and --before/],
    [['--older-than', '9d', '--before', '2026-01-01'], /one of/],
    [['--older-than', 'a month'], /no number of days/],
    [['--older-than', '2026-01-01'], /no number of days/],
    [['--before', '90d'], /no day|not a day/],
  ])('refuses %j with 2', async (options, message) => {
    const { code, error } = await logs(['prune', ...options, '--yes']);
    expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(message) });
  });
});

it('says where the receipts are, whether there are any or not', async () => {
  expect(await logs(['path'])).toMatchObject({
    code: 0,
    out: '/no/state/folder/of/a/test/ledger.db\n',
  });
});

test.each([
  [['nonsense']],
  [['--from', '3d', 'export', '--csv']],
  [['export']],
  [['export', '--csv', '--jsonl']],
  [['-n', '0']],
])('logs %j is wrong usage', async (argv) => {
  const { code, out, error } = await logs(argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(/\n {2}fix: /);
});
