import { describe, expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';
import { clock, logs, utc } from '../fixtures/logs.js';
import { spentLedger } from '../fixtures/spent-ledger.js';
import { displayWidth } from '../terminal/display-width.js';

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

  it.each([30, 40, 80, 200])('fits %i columns', async (columns) => {
    const { out } = await logs(utc, { terminal: true, columns });
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(columns);
    expect(out).toMatch(/up\s+to\s+\$0\.010000/);
    expect(out.match(/^\d/gm)).toHaveLength(4);
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
