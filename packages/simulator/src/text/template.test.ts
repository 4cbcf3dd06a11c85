import { expect, it } from 'vitest';
import { fillSlots, segmentsOf } from './template.js';

it('a template without choices is one segment', () => {
  expect(segmentsOf('xs[0] | ys')).toEqual([['xs[0] | ys']]);
});

it('choices at both ends leave no empty segment', () => {
  expect(segmentsOf('[[a|b]] and [[c|d]]')).toEqual([['a', 'b'], [' and '], ['c', 'd']]);
});

it('a slot takes its value, or the default it names', () => {
  expect(fillSlots('{{list=xs}}[{{item=i}}]', { list: 'names' })).toBe('names[i]');
});

it('a value that looks like a template stays what it is', () => {
  expect(fillSlots('{{topic=that}}', { topic: '{{topic=x}} [[a|b]] $& __proto__' })).toBe(
    '{{topic=x}} [[a|b]] $& __proto__',
  );
});

it('a slot named like a property of every object takes its default', () => {
  expect(fillSlots('{{constructor=x}}', {})).toBe('x');
});
