import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseUsd } from '@farebox/core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';

async function estimated(argv: readonly string[], options?: FakeIoOptions) {
  const { out } = await farebox(['estimate', '--json', ...argv], options);
  return JSON.parse(out);
}

describe('an estimate', () => {
  it('is a table of what to expect and what it can be at most', async () => {
    const { code, out, error } = await farebox(['estimate', 'Explain a for loop in two lines']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^gpt-4o-mini · openai$/m);
    expect(out).toMatch(/^expected +14 +500 +\$0\.000302$/m);
    expect(out).toMatch(/^at most +115 +16,384 +\$0\.009848$/m);
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('sends nothing: the simulator is not even opened', async () => {
    const openSimulator = () => Promise.reject(new Error('opened'));
    expect((await farebox(['estimate', 'Hi'], { openSimulator })).code).toBe(0);
  });

  it('takes the prompt from words, from a pipe, and from both, as ask does', async () => {
    const words = await estimated(['Explain this:']);
    const both = await estimated(['Explain this:'], { stdin: 'for x in xs: pass' });
    const pipe = await estimated([], { stdin: 'for x in xs: pass' });
    expect(both.expected.inputTokens).toBeGreaterThan(words.expected.inputTokens);
    expect(both.bound.inputTokens).toBeGreaterThan(pipe.bound.inputTokens);
    expect((await farebox(['estimate'])).code).toBe(2);
  });

  it('counts the system message and the role', async () => {
    const plain = await estimated(['Hi']);
    for (const extra of [
      ['-r', 'tutor'],
      ['-s', 'Be brief.'],
    ]) {
      expect((await estimated([...extra, 'Hi'])).expected.inputTokens).toBeGreaterThan(
        plain.expected.inputTokens,
      );
    }
  });

  it('goes by the length of the answer that is asked for, up to the ceiling', async () => {
    const { expected } = await estimated(['--answer-tokens', '50', 'Hi']);
    expect(expected).toMatchObject({ outputTokens: 50, inputCounted: true });
    const capped = await estimated(['--max-tokens', '20', 'Hi']);
    expect(capped.expected.outputTokens).toBe(20);
    expect(capped.bound.outputTokens).toBe(20);
  });

  it('has lines that sum to its cost, in dollars as text', async () => {
    const { expected, bound } = await estimated(['Hi']);
    const sum = expected.lines.reduce(
      (sum: bigint, line: { amountUsd: string }) => sum + parseUsd(line.amountUsd),
      0n,
    );
    expect(parseUsd(expected.costUsd)).toBe(sum);
    expect(BigInt(expected.cost)).toBe(sum);
    expect(BigInt(bound.cost)).toBeGreaterThan(sum);
  });

  it('names what has no bound, and its cost is then null, not 0', async () => {
    const { bound } = await estimated(['-m', 'sonar', 'Hi']);
    expect(bound).toMatchObject({ outputTokens: null, cost: null, costUsd: null });
    expect(bound.unbounded).toEqual(['max_completion_tokens (not set, no known limit)']);
    const { out } = await farebox(['estimate', '-m', 'sonar', 'Hi']);
    expect(out).toContain('no bound for max_completion_tokens');
  });
});

test('what could cost more than --max-cost exits 3, as ask does, and tells the estimate all the same', async () => {
  const { code, out, error } = await farebox(['estimate', '--max-cost', '0.000001', 'Hi']);
  expect(code).toBe(3);
  expect(out).toContain('at most');
  expect(error).toContain('more than --max-cost');
  expect((await farebox(['--max-cost', '0.000001', 'Hi'])).code).toBe(3);
  expect((await farebox(['estimate', '--max-cost', '0.01', 'Hi'])).code).toBe(0);
  expect((await farebox(['estimate', '--max-cost', '9', '-m', 'sonar', 'Hi'])).code).toBe(3);
});

test('ask reserves what the estimate says it can cost at most', async () => {
  const { bound } = await estimated(['Explain recursion']);
  const { error } = await farebox(['--max-cost', '0.000001', 'Explain recursion']);
  expect(error).toContain(`up to $${bound.costUsd},`);
});

describe('a model without one price', () => {
  it('exits 1 with the nearest names when it is on no list', async () => {
    const { code, out, error } = await farebox(['estimate', '-m', 'gpt4o', 'Hi']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain('The nearest names are gpt-4o');
  });

  it('exits 1 with the providers when several have it and OpenAI does not', async () => {
    const { code, error } = await farebox(['estimate', '-m', 'claude-sonnet-4-5', 'Hi']);
    expect(code).toBe(1);
    expect(error).toMatch(/Choose one with --provider: anthropic/);
    const chosen = ['estimate', '-m', 'claude-sonnet-4-5', '--provider', 'anthropic', 'Hi'];
    expect((await farebox(chosen)).code).toBe(0);
  });
});

test('hostile text is estimated in a moment', async () => {
  for (const unit of ['a', '/\n', '<|endoftext|>']) {
    const { expected } = await estimated([], { stdin: unit.repeat(500_000 / unit.length) });
    expect(expected.inputCounted).toBe(false);
  }
});

describe('what is attached', () => {
  let workingFolder: string;
  beforeAll(() => {
    workingFolder = mkdtempSync(join(tmpdir(), 'farebox-'));
    // Only its header counts: 1,024 by 1,024 pixels.
    const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x04\0\x08\x02';
    writeFileSync(join(workingFolder, 'a.png'), png, 'latin1');
    writeFileSync(join(workingFolder, 'b.pdf'), '%PDF-1.7');
  });
  afterAll(() => rmSync(workingFolder, { recursive: true }));

  it('has an image at its tokens, by its size and detail', async () => {
    const plain = await estimated(['Hi']);
    const high = await estimated(['-a', 'a.png', 'Hi'], { workingFolder });
    const low = await estimated(['-a', 'a.png', '--detail', 'low', 'Hi'], { workingFolder });
    const tokensOf = ({ expected }: typeof plain) =>
      expected.inputTokens - plain.expected.inputTokens;
    // OpenAI's rule for gpt-4o-mini: 2,833, and 5,667 for each of four tiles.
    expect([tokensOf(low), tokensOf(high)]).toEqual([2_833, 2_833 + 4 * 5_667]);
    expect(low.expected.lines).toContainEqual(
      expect.objectContaining({ what: 'input.image.fresh', units: 2_833 }),
    );
    expect(high.bound.inputTokens).toBeGreaterThanOrEqual(high.expected.inputTokens);
  });

  it('has no bound for a PDF file, so that neither cost is known and --max-cost says no', async () => {
    const argv = ['estimate', '--json', '--max-cost', '5', '-a', 'b.pdf', 'Hi'];
    const { code, out } = await farebox(argv, { workingFolder });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      expected: { costUsd: null },
      bound: { costUsd: null, unbounded: ['messages[0].content[1] (file)'] },
    });
    const asked = await farebox(argv.slice(2), { workingFolder });
    expect(asked).toMatchObject({ code: 3, out: '' });
    expect(asked.error).toContain('no bound for messages[0].content[1] (file)');
  });
});
