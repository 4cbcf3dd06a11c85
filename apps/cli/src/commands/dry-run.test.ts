import { formatUsd } from '@farebox/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { budgetedFarebox } from '../fixtures/budgeted-farebox.js';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';

const nobody: typeof fetch = () => Promise.reject(new Error('sent'));
const key = 'sk-canary-0123456789abcdef';
const server = {
  environment: { OPENAI_API_KEY: key, OPENAI_BASE_URL: 'http://server.test/v1' },
  fetch: nobody,
};

async function dryRun(argv: readonly string[], options: FakeIoOptions = server) {
  const { code, out, error } = await farebox(['--dry-run', ...argv], options);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).not.toContain('canary');
  return JSON.parse(out);
}

it('prints the request as it would leave, where it would go, and never the key', async () => {
  expect(await dryRun(['-s', 'Be brief.', '--max-tokens', '9', 'Hi'])).toEqual({
    url: 'http://server.test/v1/chat/completions',
    simulated: false,
    headers: { authorization: 'Bearer (your key)', 'content-type': 'application/json' },
    sendsKey: true,
    body: {
      model: 'gpt-4o-mini',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
      max_completion_tokens: 9,
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
    },
    leftOutTurns: 0,
    ceilingUsd: expect.stringMatching(/^0\.0000\d+$/),
    ceiling: expect.stringMatching(/^\d+$/),
    admitted: true,
    budgets: [],
  });
});

it('has the ceiling of estimate, for the same words', async () => {
  const { ceiling, ceilingUsd } = await dryRun(['Explain recursion']);
  const estimate = await farebox(['estimate', '--json', 'Explain recursion']);
  const { cost, costUsd } = JSON.parse(estimate.out).bound;
  expect({ ceiling, ceilingUsd }).toEqual({ ceiling: cost, ceilingUsd: costUsd });
});

it('takes any other parameter of the request, and its price', async () => {
  const options = ['-o', 'top_p=0.9', '-o', 'stop=["END"]', '-o', 'service_tier=priority'];
  const plain = await dryRun(['-m', 'gpt-4o', 'Hi']);
  const { body, ceilingUsd } = await dryRun(['-m', 'gpt-4o', ...options, 'Hi']);
  expect(body).toMatchObject({ top_p: 0.9, stop: ['END'], service_tier: 'priority' });
  expect(Number(ceilingUsd)).toBeGreaterThan(Number(plain.ceilingUsd));
});

it('refuses a parameter that has a flag, and says which', async () => {
  const { code, error } = await farebox(['--dry-run', '-o', 'max_tokens=9', 'Hi'], server);
  expect(code).toBe(2);
  expect(error).toMatch(/--option cannot set max_tokens\.\n.*Use --max-tokens\./);
});

it('has no ceiling where nothing bounds the cost', async () => {
  expect(await dryRun(['-m', 'my-own-model', 'Hi'])).toMatchObject({
    ceiling: null,
    ceilingUsd: null,
    admitted: true,
  });
});

it('goes by the profile, and says where no key would be sent', async () => {
  const environment = { OPENAI_BASE_URL: 'http://server.test/v1' };
  const argv = ['--profile', 'mistral', '--max-tokens', '9', 'Hi'];
  const { body, headers, sendsKey } = await dryRun(argv, { environment, fetch: nobody });
  expect({ body, headers, sendsKey }).toMatchObject({
    body: { max_tokens: 9 },
    headers: { 'content-type': 'application/json' },
    sendsKey: false,
  });
});

it('does not open the simulator', async () => {
  const openSimulator = () => Promise.reject(new Error('opened'));
  const { url, simulated } = await dryRun(['Hi'], { openSimulator });
  expect({ url, simulated }).toEqual({ url: null, simulated: true });
});

it('stands on several lines on a terminal', async () => {
  const { out } = await farebox(['--dry-run', 'Hi'], { ...server, terminal: true });
  expect(out).toMatch(/^\{\n {2}"url": /);
});

it('needs a prompt, and options that go together', async () => {
  expect((await farebox(['--dry-run'], server)).code).toBe(2);
  expect((await farebox(['--dry-run', '-s', 'a', '-r', 'tutor', 'Hi'], server)).code).toBe(2);
});

describe('with limits', () => {
  let user: ReturnType<typeof budgetedFarebox>;
  beforeEach(() => {
    user = budgetedFarebox();
  });
  afterEach(() => user.remove());
  const dry = async (...argv: readonly string[]) => {
    const { code, out } = await user.farebox(['--dry-run', ...argv]);
    expect(code).toBe(0);
    return JSON.parse(out);
  };

  it('says that --max-cost would refuse it, and prints it all the same', async () => {
    expect(await dry('--max-cost', '0.000001', 'Hi')).toMatchObject({
      admitted: false,
      budgets: [{ name: '--max-cost', limitUsd: '0.000001', remainingUsd: '0.000001' }],
      body: { model: 'gpt-4o-mini' },
      ceilingUsd: expect.stringMatching(/^0\.00984/),
    });
  });

  it('goes by what a budget has left, reserves nothing of it, and asks nobody', async () => {
    await user.farebox(['budget', 'set', '0.009845']);
    const left = (spent: bigint) => formatUsd(9_845_000_000n - spent);
    expect(await dry('Hi')).toMatchObject({
      admitted: true,
      budgets: [{ remainingUsd: left(0n) }],
    });
    await user.farebox(['Hi']);
    const { cost } = user.simulator.books;
    const before = user.simulator.books.requests.length;
    const dried = { admitted: false, budgets: [{ remainingUsd: left(cost) }] };
    expect(await dry('Hi')).toMatchObject(dried);
    expect(await dry('Hi')).toMatchObject(dried);
    expect(user.simulator.books.requests).toHaveLength(before);
  });

  it('has the lower ceiling of --fit in the request', async () => {
    await user.farebox(['budget', 'set', '0.001']);
    expect(await dry('Hi')).toMatchObject({ admitted: false });
    const { admitted, body, ceiling } = await dry('--fit', '100', 'Hi');
    expect(admitted).toBe(true);
    expect(body.max_completion_tokens).toBeLessThan(1_700);
    expect(Number(ceiling)).toBeLessThanOrEqual(1_000_000_000);
  });

  it('is not refused by a soft one', async () => {
    await user.farebox(['budget', 'set', '0.000001', '--soft']);
    expect(await dry('Hi')).toMatchObject({ admitted: true, budgets: [{ soft: true }] });
  });
});
