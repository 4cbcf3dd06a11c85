import { describe, expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

const openai = ['--provider', 'openai'];

describe('what a model costs', () => {
  it('is a table of rates per million tokens, with dates and source', async () => {
    const { code, out, error } = await farebox(['price', 'gpt-4o-mini', ...openai]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^gpt-4o-mini · openai\nalso known as gpt-4o-mini-2024-07-18/);
    expect(out).toMatch(/^default tier +\$ per million$/m);
    expect(out).toMatch(/^input\.text\.fresh +0\.15$/m);
    expect(out).toMatch(/^input\.text\.cached +0\.075$/m);
    expect(out).toMatch(/^output\.text +0\.60$/m);
    expect(out).toMatch(/^checked 20\d\d-\d\d-\d\d: https:\/\//m);
  });

  it('has a column for each size of prompt, and says on which side the threshold is', async () => {
    const { out } = await farebox(['price', 'gpt-5.4', ...openai]);
    expect(out).toMatch(/by tokens of the prompt +up to 272,000 +above 272,000$/m);
    expect(out).toMatch(/^input\.text\.fresh +2\.50 +5\.00$/m);
  });

  it('has a table for each tier', async () => {
    const { out } = await farebox(['price', 'o3', ...openai]);
    for (const tier of ['default', 'flex', 'batch']) expect(out).toContain(`${tier} tier`);
  });

  it('is that of the day asked for, which a later change leaves alone', async () => {
    const before = await farebox(['price', 'o3', '--at', '2025-06-09', ...openai]);
    expect(before.out).toMatch(/^input\.text\.fresh +10\.00$/m);
    expect(before.out).toContain('until 2025-06-10');
    const after = await farebox(['price', 'o3', '--at', '2025-06-10', ...openai]);
    expect(after.out).toMatch(/^input\.text\.fresh +2\.00$/m);
    expect(after.out).toContain('other prices until 2025-06-10');
  });

  it('comes from every provider that has the model, or from the one asked for', async () => {
    const { out } = await farebox(['price', 'gpt-4o']);
    expect(out).toContain('gpt-4o · openai\n');
    expect(out).toContain('gpt-4o · azure\n');
    expect((await farebox(['price', 'gpt-4o', ...openai])).out).not.toContain('azure');
  });

  it('says at which hours a rate holds, and that the other one holds at all others', async () => {
    const { out } = await farebox(['price', 'deepseek-chat', '--provider', 'deepseek']);
    expect(out).toMatch(/^input\.text\.fresh +0\.135$[\s\S]*^at all other hours$/m);
    expect(out).toMatch(/^input\.text\.fresh +0\.27$[\s\S]*^from 00:30 to 16:30 UTC$/m);
  });

  it('has the fee for each request, where there is one', async () => {
    expect((await farebox(['price', 'sonar'])).out).toMatch(/^each request +\$0\.0\d+$/m);
  });

  it('fits 80 columns and has no control characters, whatever the model', async () => {
    for (const model of ['gpt-4o', 'gpt-5.6-luna', 'deepseek-chat', 'claude-sonnet-4-5']) {
      const { code, out } = await farebox(['price', model]);
      expect(code).toBe(0);
      expect(out).not.toContain('\u001b');
      // A link is one word, and is not broken.
      const long = out.split('\n').filter((line) => line.length > 80 && !line.includes('https://'));
      expect(long).toEqual([]);
    }
  });
});

test('--json prints one object with money as text', async () => {
  const { out } = await farebox(['price', 'o3', '--json', '--at', '2025-07-01', ...openai]);
  const { kind, at, prices } = JSON.parse(out);
  expect({ kind, at }).toEqual({ kind: 'price', at: '2025-07-01' });
  expect(prices[0]).toMatchObject({
    provider: 'openai',
    model: 'o3',
    serviceTier: 'default',
    from: '2025-06-10',
    bands: [{ usdPerMillion: { 'input.text.fresh': '2.00', 'output.text': '8.00' } }],
    usdPerRequest: null,
  });
});

describe('a price that nobody knows', () => {
  it('exits 1, with the nearest names', async () => {
    const { code, out, lines } = await farebox(['price', 'gpt4o-mini']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(lines.join('\n')).toContain('"gpt4o-mini": it is on no list');
    expect(lines.join('\n')).toContain('The nearest names are gpt-4o-mini,');
    const unlike = await farebox(['price', 'no-such-model']);
    expect(unlike.code).toBe(1);
    expect(unlike.error).toMatch(/fix: The nearest names are \S+/);
  });

  it('is an object with --json, and never 0', async () => {
    const { code, out } = await farebox(['price', 'no-such-model', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ kind: 'unknown', reason: 'model' });
    expect(out).not.toContain('usd');
  });

  it('may be so for a provider, or for the day', async () => {
    const unlisted = await farebox(['price', 'gpt-4o', '--provider', 'opnai']);
    expect({ code: unlisted.code, error: unlisted.error }).toMatchObject({
      code: 1,
      error: expect.stringMatching(/no price list of opnai[\s\S]*openai/),
    });
    const early = await farebox(['price', 'gpt-4o-mini', '--at', '2020-01-01', ...openai]);
    expect(early.error).toContain('no price is known for "gpt-4o-mini" on 2020-01-01.');
    expect(early.code).toBe(1);
  });

  it('does not show a key that was pasted for a name, nor command a terminal', async () => {
    const key = 'sk-proj-canary0123456789abcdef';
    for (const json of [[], ['--json']]) {
      const { out, error } = await farebox(['price', key, ...json]);
      expect(out + error).not.toContain('canary');
    }
    expect((await farebox(['price', '\u001b[31mx'])).error).not.toContain('\u001b');
  });
});

test.each([[['price']], [['price', 'x', '--at', '2026-02-30']], [['price', 'x', '--at', 'today']]])(
  'wrong usage exits 2: %j',
  async (argv) => {
    const { code, error } = await farebox(argv);
    expect(code).toBe(2);
    expect(error).toMatch(/\n {2}fix: /);
  },
);

test('a disk that is full is told, a reader that has gone is not', async () => {
  const { fakeIo } = await import('../fixtures/fake-io.js');
  const { run } = await import('../run.js');
  for (const [code, exit] of [
    ['ENOSPC', 1],
    ['EPIPE', 0],
  ] as const) {
    const io = fakeIo();
    io.breakOutput(code);
    expect(await run(['price', 'gpt-4o'], io)).toBe(exit);
    expect(io.error.includes('ENOSPC')).toBe(exit === 1);
  }
});
