import { type ErrorKind, errorKinds } from '@farebox/core';
import { expect, it } from 'vitest';
import { fixOf } from './fix-of.js';

const kinds = Object.keys(errorKinds) as ErrorKind[];

it("names this command's options where the table names the library's", () => {
  expect(fixOf('budget')).toContain('--max-cost');
  expect(kinds.filter((kind) => /max_completion|error\.|retry layer/.test(fixOf(kind)))).toEqual(
    [],
  );
});

it('is the sentence of the table for every other kind', () => {
  expect(fixOf('quota')).toBe(errorKinds.quota.fix);
  for (const kind of kinds) expect(fixOf(kind)).toMatch(/^\S.*\.$/);
});
