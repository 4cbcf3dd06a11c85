import { ChatError, type ErrorKind, errorKinds } from '@farebox/core';
import { expect, it } from 'vitest';
import { fixOf, fixOfError } from './fix-of.js';

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

it("keeps an error's own fix, unless that speaks of the library or cannot help here", () => {
  const fixOfThis = (facts: Omit<ConstructorParameters<typeof ChatError>[0], 'message'>) =>
    fixOfError(new ChatError({ message: 'x.', ...facts }));
  expect(fixOfThis({ kind: 'configuration', fix: 'Do this.' })).toBe('Do this.');
  expect(fixOfThis({ kind: 'timeout' })).toContain('--timeout');
  expect(fixOfThis({ kind: 'timeout', code: 'connect' })).not.toContain('--timeout');
  const quota = fixOfThis({ kind: 'server', gaveUp: 'retry-quota', fix: 'Pass retryQuota().' });
  expect(quota).toMatch(/^Most calls .* try later\.$/);
  const unread = fixOfThis({ kind: 'aborted', code: 'unread', fix: 'Break out of the loop.' });
  expect(unread).not.toContain('loop');
  const locked = fixOfThis({ kind: 'store', code: 'locked', fix: 'Raise busyTimeoutMs.' });
  expect(locked).toMatch(/^See what holds it/);
  const corrupt = fixOfThis({ kind: 'store', code: 'corrupt', fix: 'Give it a file of its own.' });
  expect(corrupt).toMatch(/^Move the file away.* budgets begin with nothing spent\.$/);
  // A provider may call something so as well.
  expect(fixOfThis({ kind: 'server', code: 'locked', fix: 'Wait.' })).toBe('Wait.');
  expect(fixOfThis({ kind: 'server', code: 'constructor' })).toBe(errorKinds.server.fix);
  expect(fixOfThis({ kind: 'too-large', fix: 'Raise limits.maxEvents.' })).toContain(
    '--max-tokens',
  );
  expect(fixOfThis({ kind: 'configuration', fix: 'Set baseURL.' })).toBe('Set --base-url.');
});
