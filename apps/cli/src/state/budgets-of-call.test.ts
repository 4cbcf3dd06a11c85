import { expect, it } from 'vitest';
import type { Budget, Owner } from './budget.js';
import { budgetsOfCall } from './budgets-of-call.js';

const of = (owner: Owner, more: Partial<Budget> = {}): Budget => {
  return { owner, per: 'total', soft: false, limitUsd: '1', ...more };
};
const session = (name: string) => of({ kind: 'session', name });
const project = (folder: string) => of({ kind: 'project', folder });
const idsOf = (budgets: readonly Budget[], call: { session?: string; workingFolder?: string }) => {
  const { workingFolder = '/' } = call;
  const charged = budgetsOfCall(budgets, { session: call.session, workingFolder });
  return charged.map(({ scope }) => `${scope.id} ${scope.per}`);
};

it('nests session, user and project, and the shorter window in the longer', () => {
  const budgets = [
    project('/work'),
    of({ kind: 'user' }, { per: 'month', timeZone: 'UTC' }),
    of({ kind: 'user' }, { per: 'call' }),
    session('a'),
  ];
  expect(idsOf(budgets, { session: 'a', workingFolder: '/work/app' })).toEqual([
    'session:a total',
    'user call',
    'user month',
    'project:/work total',
  ]);
});

it('charges a session only where the call names it', () => {
  expect(idsOf([session('a')], {})).toEqual([]);
  expect(idsOf([session('a')], { session: 'b' })).toEqual([]);
});

it('limits each session for itself, and a call that names none for itself', () => {
  const each = [of({ kind: 'each-session' })];
  expect(idsOf(each, { session: 'a' })).toEqual(['session:a total']);
  expect(idsOf(each, { session: 'b' })).toEqual(['session:b total']);
  expect(idsOf(each, {})).toEqual(['session call']);
});

it("charges a project's in its folder and below it, and one around it as well", () => {
  const budgets = [project('/work'), project('/work/app'), project('/')];
  const idsIn = (workingFolder: string) => idsOf(budgets, { workingFolder });
  expect(idsIn('/work/app/src')).toEqual([
    'project:/ total',
    'project:/work total',
    'project:/work/app total',
  ]);
  expect(idsIn('/work')).toEqual(['project:/ total', 'project:/work total']);
  expect(idsIn('/work/app2')).toEqual(['project:/ total', 'project:/work total']);
  expect(idsIn('/work/..app')).toEqual(['project:/ total', 'project:/work total']);
  expect(idsIn('/workshop')).toEqual(['project:/ total']);
});
