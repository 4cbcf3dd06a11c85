import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { keysInText } from './key-formats.js';

/** As keys are: drawn by lot. Put together here, so that this file has none in it. */
const drawn = 'R7tQ2mZx9Kp4Wv8Ns3Bc6Yd1Hf5Jg0LaUeIoTrPw';

test.each([
  ['Anthropic', `sk-ant-api03-${drawn}`],
  ['OpenAI', `sk-proj-${drawn}`],
  ['OpenAI', `sk-svcacct-${drawn}`],
  ['OpenAI or DeepSeek', `sk-${drawn}`],
  ['OpenRouter', `sk-or-v1-${'0a1b9c8d7e6f5a4b'.repeat(4)}`],
  ['Google', `AIza${drawn.slice(0, 35)}`],
  ['Groq', `gsk_${drawn}`],
  ['xAI', `xai-${drawn}${drawn}`],
  ['Together', `tgp_v1_${drawn}`],
  ['Perplexity', `pplx-${drawn}`],
  ['Hugging Face', `hf_${drawn}`],
])('a key of %s is found, with its line', (whose, key) => {
  for (const text of [
    `# mine\nKEY=${key}\n`,
    `a\r\n{"apiKey": "${key}"}`,
    `\nauthorization: Bearer ${key}`,
  ]) {
    expect(keysInText(text, [])).toEqual([{ line: 2, whose, isAllowed: false }]);
  }
});

test.each([
  'OPENAI_API_KEY=',
  'OPENAI_API_KEY=sk-…',
  'sk-proj-your-key-here-your-key-here-your-key-here-1',
  `sk-${'x'.repeat(48)}`,
  `sk-proj-${'abc123'.repeat(8)}`,
  'sk-abcdefghijklmnopqrstuvwxyz0123456789',
  'sk-canary-0123456789-wxyz',
  'integrity: sha512-R7tQ2mZx9Kp4Wv8Ns3Bc6Yd1Hf5Jg0LaUeIoTrPwR7tQ2mZx9Kp4Wv8Ns3Bc6Yd1Hf5Jg0LaUeIoTrPw==',
  `commit ${'0a1b9c8d7e'.repeat(4)}`,
  `task-${'R7tQ2mZx9Kp4Wv8Ns3Bc6Yd1Hf5Jg0LaUeIoTrPw'}`,
  'desk-proj-R7tQ2mZx9Kp4Wv8Ns3Bc6Yd1Hf5Jg0LaUeIoTrPw',
])('%j has none', (text) => {
  expect(keysInText(text, [])).toEqual([]);
});

it('finds the keys in use wherever they stand, whatever they look like', () => {
  const text = `one\ntwo my-own-key-of-16 three\nmy-own-key-of-16,my-own-key-of-16`;
  expect(keysInText(text, ['my-own-key-of-16'])).toEqual([
    { line: 2, whose: 'the one in use here', isAllowed: false },
    { line: 3, whose: 'the one in use here', isAllowed: false },
    { line: 3, whose: 'the one in use here', isAllowed: false },
  ]);
});

describe('a comment of the scanners', () => {
  const key = `sk-${drawn}`;
  const allowedIn = (text: string) => keysInText(text, []).map(({ isAllowed }) => isAllowed);

  test.each(['gitleaks:allow', 'trufflehog:ignore', 'pragma: allowlist secret'])(
    '%s allows a key on its own line, and on no other',
    (mark) => {
      expect(allowedIn(`a\n'${key}', // ${mark}\n'${key}'`)).toEqual([true, false]);
      expect(allowedIn(`// ${mark}\n'${key}'\n// ${mark}`)).toEqual([false]);
      expect(allowedIn(`${mark} ${key}\r\n${key}`)).toEqual([true, false]);
    },
  );

  it('allows no key that is in use here', () => {
    const [found] = keysInText(`${key} gitleaks:allow`, [key]);
    expect(found).toMatchObject({ whose: 'the one in use here', isAllowed: false });
  });

  it('is looked for near the key alone where a line has no end', () => {
    expect(allowedIn(`${key}${' '.repeat(2_000)}gitleaks:allow`)).toEqual([false]);
  });
});

it('counts lines as an editor does, wherever in a text the key stands', () => {
  const lines = fc.array(fc.stringMatching(/^[ a-z]{0,9}$/));
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const text = [...before, `sk-${drawn}`, ...after].join('\n');
      expect(keysInText(text, []).map(({ line }) => line)).toEqual([before.length + 1]);
    }),
  );
});

it('takes no longer than a blink for a megabyte that is nearly a key everywhere', () => {
  // Linear: a pattern that tries again from each letter would never end.
  expect(keysInText('sk-ant-'.repeat(150_000), [])).toEqual([]);
  expect(keysInText(`sk-${'a'.repeat(1_000_000)}`, [])).toEqual([]);
});
