import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withFrameRules } from './document-policy.js';

const document = (policy: string) =>
  `<html><head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">`;

it('is what the document says of itself, and that nobody may frame it', () => {
  const html = document('default-src &#39;none&#39;; connect-src &#39;self&#39; https://a.example');
  expect(withFrameRules('live.html', html)).toBe(
    "default-src 'none'; connect-src 'self' https://a.example; frame-ancestors 'none'",
  );
});

it('the document of the cells is framed by the page, and has no origin even where it is opened alone', () => {
  const file = join(import.meta.dirname, '../../../playground/public/cell.html');
  const policy = withFrameRules('cell.html', readFileSync(file, 'utf8'));
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+' blob:; worker-src blob:;/);
  expect(policy).toMatch(/; frame-ancestors 'self'; sandbox allow-scripts$/);
});

it('a document without a policy may do nothing', () => {
  expect(withFrameRules('other.html', '<title>x</title>')).toBe(
    "default-src 'none'; frame-ancestors 'none'",
  );
});
