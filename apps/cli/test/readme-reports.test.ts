import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { virtualClock } from '@farebox/core/testing';
import { expect, test } from 'vitest';
import { farebox } from '../src/fixtures/farebox.js';
import { type Spent, spentLedger } from '../src/fixtures/spent-ledger.js';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const clock = virtualClock({ now: Date.parse('2026-11-28T17:00:00Z') });

const thesis = { session: 'thesis' };
const review = { session: 'review', team: 'web' };
/** The week that the README is about. */
const week: readonly Spent[] = [
  {
    at: '2026-11-22T09:12:44Z',
    usd: '0.0421',
    tokens: [11_020, 1_455],
    tags: thesis,
    more: { model: 'gpt-4o' },
  },
  {
    at: '2026-11-23T10:01:09Z',
    usd: '0.0207',
    tokens: [4_100, 1_045],
    tags: thesis,
    more: { model: 'gpt-4o' },
  },
  { at: '2026-11-23T15:30:51Z', usd: '0.000302', tokens: [14, 500], tags: review },
  {
    at: '2026-11-27T08:45:10Z',
    usd: '0.0315',
    tokens: [8_200, 1_100],
    tags: thesis,
    more: { model: 'gpt-4o' },
  },
  {
    at: '2026-11-27T08:47:33Z',
    usd: '0.009848',
    known: 'bounded',
    tags: review,
    more: { outcome: 'timeout' },
  },
  { at: '2026-11-28T16:02:58Z', tokens: [31, 212], tags: review, more: { model: 'llama3.2' } },
  {
    at: '2026-11-28T16:03:12Z',
    usd: '0.00001905',
    callId: 'call_k3v09xq2m7ab41tz8ufp',
    tokens: [31, 24],
    tags: review,
    scopes: ['user'],
    reserved: '0.009848',
    more: {
      serviceTier: 'default',
      finishReason: 'stop',
      requestId: 'req_6f1c',
      lines: [
        { what: 'input.text.fresh', units: 31, unitPrice: 150_000n, amount: 4_650_000n },
        { what: 'output.text', units: 24, unitPrice: 600_000n, amount: 14_400_000n },
      ],
    },
  },
];

test.each([
  ['farebox spend'],
  ['farebox spend --by session --from 2d'],
  ['farebox logs -n 3'],
  ['farebox logs show 7'],
])('shows what %s prints in a terminal', async (command) => {
  const [, ...argv] = command.split(' ');
  const ledger = await spentLedger(week);
  const zone = ['--time-zone', 'Europe/Berlin'];
  const { out } = await farebox([...argv, ...zone], { clock, ledger, terminal: true });
  const [, rest = expect.fail('It has no sample.')] = readme.split(`$ ${command}\n`);
  const [sample = ''] = rest.split('```');
  // Three dots stand for lines that are left out.
  const parts = sample.split('…\n');
  expect(out.startsWith(parts[0] ?? '')).toBe(true);
  expect(parts.filter((part) => !out.includes(part))).toEqual([]);
  expect(out.endsWith(parts.at(-1) ?? '')).toBe(true);
});
