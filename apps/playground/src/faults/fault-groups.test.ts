import { faultTable } from '@farebox/simulator/fault-table';
import { expect, it } from 'vitest';
import { faultGroups } from './fault-groups.js';

const numbers = (words?: string) =>
  faultGroups(faultTable, words).flatMap(({ rows }) => rows.map(({ number }) => number));

it('has every fault of the table once, under the heading of its level', () => {
  expect(numbers().toSorted((a, b) => a - b)).toEqual(faultTable.map(({ number }) => number));
  for (const { level, rows } of faultGroups(faultTable)) {
    expect(rows.every((row) => row.level === level)).toBe(true);
  }
});

it('finds by title, by the name of a shape, by kind and by number', () => {
  expect(numbers('Stalls middle')).toEqual([13]);
  expect(numbers('keep-alive-only')).toEqual([12]);
  expect(numbers('proxy configuration')).toEqual([80]);
  expect(numbers('13')).toEqual([13]);
});

it('has no empty heading', () => {
  expect(faultGroups(faultTable, 'no such fault')).toEqual([]);
});
