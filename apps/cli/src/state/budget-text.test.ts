import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { Budget } from './budget.js';
import { budgetFromText, budgetToText } from './budget-text.js';

const daily: Budget = {
  owner: { kind: 'user' },
  per: 'day',
  soft: false,
  limitUsd: '5.00',
  timeZone: 'Europe/Berlin',
};

it('is the same budget when it is read again, whatever a session or a folder is called', () => {
  const name = fc.string({ minLength: 1 });
  const owner = fc.oneof(
    fc.constant({ kind: 'user' } as const),
    fc.constant({ kind: 'each-session' } as const),
    name.map((text) => ({ kind: 'session', name: text }) as const),
    name.map((text) => ({ kind: 'project', folder: text }) as const),
  );
  const window = fc.oneof(
    fc.constantFrom('call', 'total').map((per) => ({ per })),
    fc.constantFrom('hour', 'day', 'week', 'month').map((per) => ({ per, timeZone: 'UTC' })),
  );
  fc.assert(
    fc.property(owner, window, fc.boolean(), (who, when, soft) => {
      const budget = { owner: who, ...when, soft, limitUsd: '0.50' } as Budget;
      expect(budgetFromText(budgetToText(budget))).toEqual(budget);
    }),
  );
});

test.each<[string, object | string]>([
  ['no JSON', '{"version":1'],
  ['an empty file', ''],
  ['no object', '"5"'],
  ['another version', { version: 2 }],
  ['no version', { version: undefined }],
  ['a word that this version does not know', { models: ['gpt-4o'] }],
  ['an owner of another kind', { owner: { kind: 'team' } }],
  ['an owner with more to it', { owner: { kind: 'user', name: 'ada' } }],
  ['a session without a name', { owner: { kind: 'session', name: '' } }],
  ['another window', { per: 'year' }],
  ['a softness that is no boolean', { soft: 'no' }],
  ['a limit that is a number', { limitUsd: 5 }],
  ['a limit below 0', { limitUsd: '-5' }],
  ['a limit with more than 12 decimals', { limitUsd: '0.0000000000001' }],
  ['no time zone', { timeZone: undefined }],
  ['a time zone that does not exist', { timeZone: 'Mars/Olympus' }],
  ['a time zone for a window that has none', { per: 'total' }],
])('%s is not understood', (_what, change) => {
  const text =
    typeof change === 'string'
      ? change
      : JSON.stringify({ ...JSON.parse(budgetToText(daily)), ...change });
  expect(budgetFromText(text)).toBeUndefined();
});
