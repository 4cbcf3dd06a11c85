import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../fixtures/any-text.js';
import { providerText } from './provider-text.js';

test.each([
  ['a\r\nb\tc', 'a b c'],
  ['  padded   out  ', 'padded out'],
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u009b31mred', 'red'],
  ['\u001b]0;title\u0007text', 'text'],
  ['\u001b]52;c;ZXZpbA==\u001b\\text', 'text'],
  ['\u001b]8;;https://example.com\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['\u001bPdevice control\u001b\\text', 'text'],
  ['\u001bcreset', 'reset'],
  ['NUL\u0000 BEL\u0007 DEL\u007f NEL\u0085', 'NUL BEL DEL NEL'],
  ['left\u202eright', 'leftright'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['tag\u{e0041}s', 'tags'],
  ['lone \ud800 half', 'lone half'],
  ['line\u2028separator', 'line separator'],
  ['مرحبا 你好 🙂', 'مرحبا 你好 🙂'],
])('%j becomes %j', (text, expected) => {
  expect(providerText(text)).toBe(expected);
});

test('no control character, line break or half of a pair is left of any text, at any cut', () => {
  fc.assert(
    fc.property(anyText(600), (text) => {
      const safe = providerText(text);
      expect(safe).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      expect(safe.length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 1000 },
  );
});

test('200 characters stay whole; of more, 199 and an ellipsis stay', () => {
  expect(providerText('a b '.repeat(50))).toHaveLength(199);
  expect(providerText(`${'ab '.repeat(66)}cd`)).toBe(`${'ab '.repeat(66)}cd`);
  expect(providerText(`${'ab '.repeat(66)}cde`)).toBe(`${'ab '.repeat(66)}c…`);
});

test('a cut does not go through an emoji', () => {
  expect(providerText(`${'ab '.repeat(66)}🙂🙂`)).toBe(`${'ab '.repeat(66)}…`);
});

test('an invisible character does not hide a key', () => {
  expect(providerText('key sk-pr\u200boj-\u0000abc123\u001b[0mdef456')).toBe('key sk-…[redacted]');
  expect(providerText('it is canary\u00ad-secret-1', { secrets: ['canary-secret-1'] })).toBe(
    'it is [redacted]',
  );
});

test('a cut does not hide a key either: it is redacted before', () => {
  const text = `${'ab '.repeat(64)}sk-proj-abcdefghijklmnop`;
  expect(providerText(text)).not.toContain('proj');
});

test('of a text that is longer than what is read, nothing is shown that might be the beginning of a secret', () => {
  const secrets = ['canary-secret-canary-secret'];
  const text = `Bad: ${'my prompt is long. '.repeat(870)}canary-secr`;
  const request = {
    messages: [{ role: 'user' as const, content: 'my prompt is long. '.repeat(900) }],
  };
  const shown = providerText(`${text}et-canary-secret`, { secrets, request });
  expect(shown).not.toMatch(/canary|prompt is/);
  expect(shown).toMatch(/^Bad: \[prompt\]/);
});

test('a megabyte of unfinished escapes is cleaned in a moment', () => {
  expect(providerText('\u001b['.repeat(500_000))).toBe('');
  expect(providerText('\u001b]'.repeat(500_000))).toBe('');
});
