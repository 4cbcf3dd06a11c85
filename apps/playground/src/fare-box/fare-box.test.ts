import { parseUsd } from '@farebox/core';
import { memoryLedger } from '@farebox/cost';
import { expect, test } from 'vitest';
import { type Fares, openFareBox } from './fare-box.js';

const reservation = (box: ReturnType<typeof openFareBox>, id: string, usd: string) => ({
  id,
  callId: id,
  attempt: 1,
  amount: parseUsd(usd),
  scopes: [box.scope],
  tags: {},
});

test('a reservation shows as reserved, and its settlement as spent', async () => {
  const seen: Fares[] = [];
  const box = openFareBox('0.01', (fares) => seen.push(fares));
  await box.ledger.reserve(reservation(box, 'a', '0.004'));
  await box.ledger.settle('a', {
    outcome: 'completed',
    cost: { known: 'reported', amount: parseUsd('0.001') },
    model: 'gpt-4o-mini',
  });
  const limit = parseUsd('0.01');
  expect(seen).toEqual([
    { limit, spent: 0n, reserved: parseUsd('0.004') },
    { limit, spent: parseUsd('0.001'), reserved: 0n },
  ]);
});

test('what does not fit is refused, and changes nothing', async () => {
  const seen: Fares[] = [];
  const box = openFareBox('0.01', (fares) => seen.push(fares));
  await expect(box.ledger.reserve(reservation(box, 'a', '0.010000000001'))).rejects.toMatchObject({
    kind: 'budget',
  });
  expect(seen).toEqual([]);
  expect(await box.fares()).toEqual({ limit: parseUsd('0.01'), spent: 0n, reserved: 0n });
});

test('a new limit over the same ledger keeps what was spent', async () => {
  const ledger = memoryLedger();
  const box = openFareBox('0.01', () => {}, ledger);
  await box.ledger.reserve(reservation(box, 'a', '0.004'));
  const raised = openFareBox('0.02', () => {}, ledger);
  expect(await raised.fares()).toEqual({
    limit: parseUsd('0.02'),
    spent: 0n,
    reserved: parseUsd('0.004'),
  });
});

test('a limit that is no amount is refused with a sentence', () => {
  expect(() => openFareBox('a lot', () => {})).toThrow('not an amount');
});
