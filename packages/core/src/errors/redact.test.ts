import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, unlessSecret } from './redact.js';

const body = 'Abc123Def456Ghi789Jkl012Mno345Pqr678';

test.each([
  ['OpenAI', `sk-${body}`],
  ['OpenAI, project', `sk-proj-${body}_${body}`],
  ['OpenAI, service account', `sk-svcacct-${body}`],
  ['OpenAI, admin', `sk-admin-${body}`],
  ['OpenAI, short', 'sk-abc123'],
  ['OpenAI, as it echoes one', 'sk-proj-********************wxyz'],
  ['OpenAI, as it echoes a short one', 'sk-ab***yz'],
  ['Anthropic', `sk-ant-api03-${body}`],
  ['OpenRouter', `sk-or-v1-${'0123456789abcdef'.repeat(4)}`],
  ['DeepSeek', `sk-${'0123456789abcdef'.repeat(2)}`],
  ['ElevenLabs and Stripe', `sk_live_${body}`],
  ['Google', `AIza${body}`],
  ['Google, new', `AQ.${body}`],
  ['Google, OAuth', `ya29.${body}`],
  ['Groq', `gsk_${body}`],
  ['xAI', `xai-${body}`],
  ['Perplexity', `pplx-${body}`],
  ['Replicate', `r8_${body}`],
  ['Hugging Face', `hf_${body}`],
  ['Cerebras', `csk-${body}`],
  ['NVIDIA', `nvapi-${body}`],
  ['Fireworks', `fw_${body}`],
  ['Together', `tgp_v1_${body}`],
  ['Together, old', '0123456789abcdef'.repeat(4)],
  ['Anyscale', `esecret_${body}`],
  ['Databricks', `dapi${'0123456789abcdef'.repeat(2)}`],
  ['Vercel', `vck_${body}`],
  ['LangSmith', `lsv2_pt_${body}`],
  ['Voyage', `pa-${body}`],
  ['Jina', `jina_${body}`],
  ['Tavily', `tvly-${body}`],
  ['Azure', `${body}${body}`.slice(0, 64)],
  ['Cohere', `${body}Abcd`],
  ['GitHub', `ghp_${body}`],
  ['GitHub, fine-grained', `github_pat_${body}`],
  ['GitLab', `glpat-${body}`],
  ['AWS', 'AKIAIOSFODNN7EXAMPLE'],
  ['Slack', `xoxb-${body}`],
  ['a browser session', `sess-${body}`],
  ['a JSON web token', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${body}`],
])('a key of %s is redacted wherever it stands, without being given', (_, key) => {
  for (const text of [key, `the key "${key}" is wrong`, `key:${key},`, `(${key})`, `${key}.`]) {
    const safe = redact(text);
    expect(safe).toContain('[redacted]');
    for (let index = 6; index + 6 <= key.length; index += 3) {
      expect(safe).not.toContain(key.slice(index, index + 6));
    }
  }
});

test.each([
  ['Authorization: Bearer opaque-token-1', 'Authorization: Bearer [redacted]'],
  ['authorization: Basic dXNlcjpwYXNz', 'authorization: Basic [redacted]'],
  ['{"api-key":"0123456789ab"}', '{"api-key":"[redacted]"}'],
  ['x-api-key: 0123456789ab', 'x-api-key: [redacted]'],
  ['"access_token": "abcdefgh"', '"access_token": "[redacted]"'],
  ['password=hunter22', 'password=[redacted]'],
  ['https://example.com/v1?key=abcdefgh&alt=sse', 'https://example.com/v1?key=[redacted]&alt=sse'],
  ['https://example.com/v1?api_key=abcdefgh', 'https://example.com/v1?api_key=[redacted]'],
  ['postgres://user:pass@localhost/db', 'postgres://[redacted]@localhost/db'],
  ['key ab12************wxyz', 'key [redacted]'],
])('%j becomes %j', (text, expected) => {
  expect(redact(text)).toBe(expected);
});

test.each([
  'Rate limit reached for gpt-4o-mini-2024-07-18 on tokens per min (TPM): Limit 30000, Used 29500.',
  'You did not provide an API key. Use Bearer authentication, see https://example.com/docs.',
  'The model `o4-mini` does not exist or you do not have access to it.',
  'scikit-learn, sk-learn, task-force, pa-rt: words that begin like keys',
  "This model's maximum context length is 128000 tokens.",
  'max_tokens: 100 is too large',
  '**bold** and ***both***',
  'request req_0123456789abcdef0123456789abcdef of chatcmpl-AbcDefGhiJklMnoPqrStuVwxYz0123',
  'connect ECONNREFUSED 127.0.0.1:8080',
])('%j stays as it is', (text) => {
  expect(redact(text)).toBe(text);
});

const secret = 'canary+secret/with=odd&signs';

test('a given secret is found whole, URL-encoded, and in base64 behind any user name', () => {
  for (const user of ['', 'a', 'ab', 'abc']) {
    const basic = Buffer.from(`${user}:${secret}`).toString('base64');
    const unsafe = [
      secret,
      encodeURIComponent(secret),
      basic,
      Buffer.from(`${user}:${secret}!`).toString('base64url'),
    ];
    for (const form of unsafe) {
      const safe = redact(`before ${form} after`, [secret]);
      expect(safe).toMatch(/^before \S{0,8}\[redacted\]\S{0,3} after$/);
      expect(safe).not.toContain('canary');
    }
  }
});

test('a given secret is found by the parts that providers echo', () => {
  const key = 'zq9-canary-0123456789-wxyz';
  for (const echo of [
    'zq9-ca***wxyz',
    'zq9-canary...',
    'zq9-canary-0123',
    '…9-wxyz',
    '0123456789-wxyz',
    '••••••••wxyz',
  ]) {
    const safe = redact(`The key ${echo} is wrong`, [key]);
    expect(safe).toContain('[redacted]');
    expect(safe).not.toMatch(/canary|wxyz|zq9/);
  }
  expect(redact('the key ending in wxyz', [key])).toBe('the key ending in [redacted]');
});

test('a secret with a line break around it, as from a file, is found without it', () => {
  expect(redact('Invalid header value canary-secret-1', ['canary-secret-1\n'])).toBe(
    'Invalid header value [redacted]',
  );
});

test('signs that mean something in an expression are only signs in a secret', () => {
  expect(redact('a.c+d(e)[f]{2}|^$', ['a.c+d(e)[f]{2}|^$'])).toBe('[redacted]');
  expect(redact('abcXdeXfgh', ['abc.de.fgh'])).toBe('abcXdeXfgh');
});

test('a secret under 8 characters is ignored, so that a dummy key does not blank the message', () => {
  expect(redact('ollama is not running', ['ollama', '', ' '])).toBe('ollama is not running');
});

const fragments = fc.constantFrom(
  ...['sk-', 'sk-proj-abc123', 'Bearer ', 'key=', 'api-key: ', 'https://', '@', '****', '…', '...'],
  ...['[redacted]', 'redacted', 'wxyz', ' ', '.', 'canary-secret-1', 'AIza', 'ending in ', 'eyJ'],
);
const texts = fc
  .array(fc.oneof(fragments, fc.string({ maxLength: 12 }), fc.base64String({ maxLength: 60 })))
  .map((parts) => parts.join(''));
const secrets = fc.array(
  fc.oneof(
    fc.constantFrom('canary-secret-1', 'redacted', '[redacted]', 'sk-proj-abc123', 'sk-sk-sk-sk-'),
    fc.string({ minLength: 8, maxLength: 40 }),
  ),
  { maxLength: 3 },
);

test('redacting twice changes nothing more', () => {
  fc.assert(
    fc.property(texts, secrets, (text, given) => {
      const once = redact(text, given);
      expect(redact(once, given)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

test('no given secret survives in any surroundings', () => {
  const plain = fc
    .string({ minLength: 8, maxLength: 40 })
    .filter((text) => !text.includes('redacted'));
  fc.assert(
    fc.property(texts, plain, texts, (before, given, after) => {
      if (given.trim().length < 8 || '[redacted]'.includes(given)) return;
      expect(
        redact(before + given + after, [given])
          .split('[redacted]')
          .join('\n'),
      ).not.toContain(given);
    }),
    { numRuns: 3000 },
  );
});

test('a long run of anything is searched in linear time', { timeout: 30_000 }, () => {
  for (const unit of [
    'a',
    'sk-',
    'a-',
    'key=',
    '*',
    'a*',
    'eyJ',
    'Bearer ',
    'a://',
    '…',
    'ghp_.',
  ]) {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const started = performance.now();
    redact(text, ['zq9-canary-0123456789-wxyz']);
    expect(performance.now() - started).toBeLessThan(20_000);
  }
});

test('unlessSecret gives a code back, and nothing for one that holds a secret', () => {
  expect(unlessSecret('invalid_api_key', ['canary-1'])).toBe('invalid_api_key');
  expect(unlessSecret('x-canary-1', ['canary-1'])).toBeUndefined();
  expect(unlessSecret('anything', [''])).toBe('anything');
  expect(unlessSecret(undefined, ['canary-1'])).toBeUndefined();
});
