import { expect, test } from 'vitest';
import { budgetProblem } from './budget-problem.js';

test('an amount is a budget, with or without its sign', () => {
  expect([budgetProblem('0.0005'), budgetProblem('$2')]).toEqual([undefined, undefined]);
});

test('anything else is told in a sentence, and how to write it', () => {
  expect(budgetProblem('0,50')).toContain('separator');
  expect(budgetProblem('')).toContain('not an amount');
});
