import { describe, expect, it } from 'vitest';
import { logs, utc } from '../fixtures/logs.js';
import { type Spent, spentLedger } from '../fixtures/spent-ledger.js';

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
