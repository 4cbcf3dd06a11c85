import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** Runs an example as a reader would: on the built packages, without a key. */
async function run(name: string): Promise<string> {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const { OPENAI_API_KEY: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env });
  return stdout;
}

describe('the examples run as they stand', () => {
  it('three-personas.ts answers in three ways and says what it cost', async () => {
    const output = await run('three-personas.ts');
    expect(output).toContain('Root cause');
    expect(output).toContain('package main');
    expect(output).toMatch(/three answers for \$0\.000\d+/);
  });

  it('conversation.ts leaves out the oldest turns, and what is loaded has cost what the client has spent', async () => {
    const output = await run('conversation.ts');
    expect(output).toContain('without the oldest');
    expect(output).toContain('- What is a list comprehension?');
    const [, all, spent] = /all cost (\S+)\n.*spent (\S+)/.exec(output) ?? [];
    expect(all).toBe(spent);
    expect(output).toContain('loaded, it has 3 turns');
  });

  it('budget-ceiling.ts refuses what could pass the ceiling, and the provider agrees', async () => {
    const output = await run('budget-ceiling.ts');
    const [, answered, refused] = /(\d+) answered, (\d+) refused/.exec(output) ?? [];
    expect(Number(answered)).toBeGreaterThan(0);
    expect(Number(refused)).toBeGreaterThan(0);
    expect(Number(answered) + Number(refused)).toBe(20);
    expect(output).toContain(`the provider saw ${answered} requests`);
    expect(output).toContain('the budget held: true');
  });

  it('two-in-the-morning.ts gets through three faults with a receipt for each', async () => {
    const output = await run('two-in-the-morning.ts');
    expect(output).toContain('attempt 1: rate-limit, $0.00 (reported)');
    expect(output).toContain('attempt 2: server, ');
    expect(output).toContain('attempt 3: timeout, ');
    expect(output).toMatch(/attempt 4: completed, \$0\.0000\d+ \(reported\)/);
  });

  it('weather-desk.ts runs its tools, tells the model of a failure, and is billed for each step', async () => {
    const output = await run('weather-desk.ts');
    expect(output.match(/get_weather: a result/g)).toHaveLength(2);
    expect(output).toContain('get_weather: error');
    expect(output.match(/answer after 2 calls, \$0\.0000\d+/g)).toHaveLength(2);
    expect(output).toContain('the provider bills the same: true');
  });

  it('typed-receipt.ts asks again for what does not fit, and both are paid for', async () => {
    const output = await run('typed-receipt.ts');
    expect(output).toContain(
      'asked again: The answer does not fit the schema: total (expected number).',
    );
    expect(output).toContain('the value {"shop":"Corner Bakery","total":6.8}: string, number');
    expect(output).toMatch(/2 calls for \$0\.0000\d+/);
    expect(output).toContain('the provider bills the same: true');
  });

  it('plain-openai-client.ts settles what the reply reports and leaves nothing reserved', async () => {
    const output = await run('plain-openai-client.ts');
    expect(output).toMatch(/input\.text\.fresh: \d+ tokens/);
    expect(output).toContain('reserved $0.00');
  });
});
