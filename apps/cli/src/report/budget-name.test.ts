import { expect, test } from 'vitest';
import type { BudgetKey } from '../state/budget.js';
import { budgetName, budgetOptionsText } from './budget-name.js';

const user = { owner: { kind: 'user' }, per: 'day', soft: false } as const;
const session = { ...user, owner: { kind: 'session', name: "ada's" }, per: 'total' } as const;
const project = { ...user, owner: { kind: 'project', folder: '/work/app' }, soft: true } as const;

test.each<[BudgetKey, string, string]>([
  [user, 'per day', '--per day'],
  [{ ...user, per: 'total' }, 'in total', '--per total'],
  [{ ...user, soft: true }, 'per day, soft', '--per day --soft'],
  [session, "session ada's", "--per total --session 'ada'\\''s'"],
  [{ ...session, per: 'call' }, "session ada's, per call", "--per call --session 'ada'\\''s'"],
  [{ ...user, owner: { kind: 'each-session' }, per: 'total' }, 'each session', '--per session'],
  [project, 'project /work/app, per day, soft', '--per day --project /work/app --soft'],
])('%j is called "%s", and named by %s', (key, name, options) => {
  expect(budgetName(key)).toBe(name);
  expect(budgetOptionsText(key)).toBe(options);
});
