import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.js';

describe('what a recording may keep of a text', () => {
  it('not a given secret: whole, URL-encoded or inside JSON', () => {
    const secret = 'pass/word "with" 100% & more';
    const texts = [secret, encodeURIComponent(secret), JSON.stringify({ secret })];
    for (const text of texts) {
      const kept = withoutSecrets(`before ${text} after`, [secret]);
      expect(kept).toMatch(/^before .*\[redacted\].* after$/);
      expect(kept).not.toMatch(/word|100/);
    }
  });

  it.each([
    'sk-proj-abc123def456',
    'gsk_abcdefgh12345678',
    'xai-abcdefgh12345678',
    'AIzaSyA1234567890abcdefghij',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdef',
    'Bearer abcdefgh12345678',
  ])('not %s, whoever it belongs to', (key) => {
    expect(withoutSecrets(`Incorrect API key: ${key}.`, [])).toContain('[redacted]');
    expect(withoutSecrets(`Incorrect API key: ${key}.`, [])).not.toMatch(/abc|1234/);
  });

  it('a secret inside another leaves nothing of the other', () => {
    expect(withoutSecrets('a-long-secret-key', ['long-secret', 'a-long-secret-key'])).toBe(
      '[redacted]',
    );
  });

  it('everything else, and a secret too short to be one', () => {
    const text = 'Ask the task-runner about risk-taking; the bearer of news asks why.';
    expect(withoutSecrets(text, ['ask', ''])).toBe(text);
  });

  it('any secret of eight characters or more is gone from any text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          fc.pre(!'[redacted]'.includes(secret));
          expect(withoutSecrets(before + secret + after, [secret])).not.toContain(secret);
        },
      ),
    );
  });
});
