import { expect, it } from 'vitest';
import { KnownForms } from './known-forms.js';

it('what a model refused holds for all schemas, what a schema was refused for only for it', () => {
  const known = new KnownForms();
  known.learn('a', '{"x":1}', 'few_rules');
  expect(known.of('a', '{"x":1}')).toBe('few_rules');
  expect(known.of('a', '{"x":2}')).toBeUndefined();
  expect(known.of('b', '{"x":1}')).toBeUndefined();
  known.learn('a', undefined, 'none');
  expect(known.of('a', '{"x":1}')).toBe('none');
  expect(known.of('a', '{"x":2}')).toBe('none');
  expect(known.of('b', '{"x":2}')).toBeUndefined();
});

it('a hundred schemas are remembered: of schemas that are made anew each time it does not grow', () => {
  const known = new KnownForms();
  for (let number = 0; number <= 100; number++) known.learn('a', `${number}`, 'few_rules');
  expect(known.of('a', '0')).toBeUndefined();
  expect(known.of('a', '1')).toBe('few_rules');
  expect(known.of('a', '100')).toBe('few_rules');
});
