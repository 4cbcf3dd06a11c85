import type { Ledger } from '@farebox/cost';
import { describe, expect, it, test } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { clock, logs, some, utc } from '../fixtures/logs.js';
import { spentLedger } from '../fixtures/spent-ledger.js';
import { run } from '../run.js';

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
