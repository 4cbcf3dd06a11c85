import { expect, test } from 'vitest';
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
