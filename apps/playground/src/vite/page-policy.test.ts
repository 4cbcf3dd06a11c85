import { expect, test } from 'vitest';
import { directOrigins } from '../connection/direct-access.js';
import { contentSecurityPolicy } from './page-policy.js';

test('the built page loads its own files only, and connects to nobody', () => {
  expect(contentSecurityPolicy('built')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
  );
});

test('development allows what hot reloading needs, and still nobody outside', () => {
  const policy = contentSecurityPolicy('development');
  expect(policy).toContain("script-src 'self' 'unsafe-inline'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test('the live page connects to its own host and the providers of the table, each by its whole origin', () => {
  const [, sources = ''] = /connect-src ([^;]*)/.exec(contentSecurityPolicy('built', 'live')) ?? [];
  const [own, ...origins] = sources.split(' ');
  expect(own).toBe("'self'");
  expect(origins).toEqual(directOrigins());
  expect(origins).toContain('https://api.anthropic.com');
  expect(origins).toContain('http://localhost:11434');
  for (const origin of origins) expect(new URL(origin).origin).toBe(origin);
  expect(sources).not.toContain('*');
});

test('but for whom it connects to, the live page may do what the other may', () => {
  const without = (policy: string) => policy.replace(/connect-src [^;]*/, 'connect-src');
  expect(without(contentSecurityPolicy('built', 'live'))).toBe(
    without(contentSecurityPolicy('built')),
  );
});
