import { formatUsd } from '@farebox/core';
import { simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

describe('without key and base URL', () => {
  it('answers from the simulator, says so once, and marks the one cost line', async () => {
    const { code, out, error, lines } = await farebox(['Explain a for loop in two lines']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\S[\s\S]*\n$/);
    expect(error.match(/simulator/g)).toHaveLength(1);
    expect(lines).toEqual([
      expect.stringMatching(
        /^cost \$0\.\d+ · \d+ in \/ \d+ out · first token \d+\.\d+ s · simulated$/,
      ),
    ]);
  });

  it('does the same under the name of the command', async () => {
    const asked = await farebox(['ask', '-t', '0', 'Explain a for loop']);
    expect(asked.out).toBe((await farebox(['-t', '0', 'Explain a for loop'])).out);
  });

  it('prints the same bytes twice at temperature 0, also as one reply', async () => {
    const openSimulator = async () => simulate().fetch;
    const argv = ['-r', 'debugger'];
    const options = { stdin: 'for x in xs: xs.remove(x)', openSimulator };
    const first = await farebox(argv, options);
    expect(first.out).toMatch(/remov|iterat/i);
    expect((await farebox(argv, options)).out).toBe(first.out);
    const reply = await farebox([...argv, '--no-stream'], options);
    expect(reply.out).toBe(first.out);
    expect(reply.lines).toEqual([expect.stringMatching(/ · answer after \d+\.\d+ s · simulated$/)]);
  });

  it('varies at temperature 1', async () => {
    const openSimulator = async () => simulate().fetch;
    const ask = () => farebox(['-t', '1', 'Explain recursion'], { openSimulator });
    const answers = [];
    for (let count = 0; count < 8; count++) answers.push((await ask()).out);
    expect(new Set(answers).size).toBeGreaterThan(2);
  });
});

describe('--max-cost', () => {
  it('refuses with 3 what could cost more, and the simulator hears nothing of it', async () => {
    const simulator = simulate();
    const openSimulator = async () => simulator.fetch;
    const { code, out, lines } = await farebox(['--max-cost', '0.000001', 'Hi'], { openSimulator });
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(lines).toEqual([
      expect.stringMatching(
        /^farebox: BudgetExceededError: The call could cost up to \$0\.\d+, and \$0\.000001 of the \$0\.000001 of --max-cost \(per call\) is left/,
      ),
      '  fix: Raise --max-cost, lower --max-tokens, or shorten the prompt.',
    ]);
    expect(simulator.books.requests).toEqual([]);
  });

  it('lets through what fits', async () => {
    expect((await farebox(['--max-cost', '0.05', 'Hi'])).code).toBe(0);
  });

  it('refuses a model whose price nobody knows', async () => {
    const { code, error } = await farebox(['--max-cost', '1', '-m', 'my-model', 'Hi']);
    expect(code).toBe(3);
    expect(error).toContain('no price for model "my-model"');
  });
});

describe('an answer that was cut off', () => {
  it('is a warning and 0', async () => {
    const { code, lines } = await farebox(['--max-tokens', '5', 'Explain recursion']);
    expect(code).toBe(0);
    expect(lines).toEqual([
      'farebox: warning: the answer was cut off (finish_reason: length); raise --max-tokens above 5',
      expect.stringMatching(/^cost .* 5 out /),
    ]);
  });

  it('is 8 with --strict', async () => {
    expect((await farebox(['--strict', '--max-tokens', '5', 'Explain recursion'])).code).toBe(8);
  });
});

describe('--json', () => {
  it('prints one object that adds up, and nothing else', async () => {
    const simulator = simulate();
    const openSimulator = async () => simulator.fetch;
    const { out, lines } = await farebox(['--json', 'Explain recursion'], { openSimulator });
    const [billed] = simulator.books.requests;
    const report = JSON.parse(out);
    expect(report).toEqual({
      text: expect.stringContaining('recurs'),
      finishReason: 'stop',
      truncated: false,
      usage: {
        inputTokens: billed?.usage?.prompt_tokens,
        cachedInputTokens: 0,
        outputTokens: billed?.usage?.completion_tokens,
        totalTokens: billed?.usage?.total_tokens,
      },
      costUsd: formatUsd(simulator.books.cost),
      cost: simulator.books.cost.toString(),
      costKnown: 'reported',
      model: expect.stringMatching(/^gpt-4o-mini/),
      attempts: 1,
      requestId: expect.any(String),
      simulated: true,
      budget: null,
    });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });
});

describe('when standard output is a terminal', () => {
  const hostile = 'a\u001b]52;c;cm0=\u0007b\u009b31mc\u001b[2Jd';
  const reply = (text: string) => async () => async () =>
    Response.json({
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: 'gpt-4o-mini',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: text, refusal: null },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });

  it('prints no control sequence of the model', async () => {
    const { out } = await farebox(['Hi'], { terminal: true, openSimulator: reply(hostile) });
    expect(out).toBe('abcd\n');
  });

  it('prints every byte into a pipe', async () => {
    expect((await farebox(['Hi'], { openSimulator: reply(hostile) })).out).toBe(`${hostile}\n`);
  });

  it('escapes control characters in JSON, where they stay what they are', async () => {
    const { out } = await farebox(['--json', 'Hi'], {
      terminal: true,
      openSimulator: reply(hostile),
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(out.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(JSON.parse(out).text).toBe(hostile);
  });

  it('adds no line end to an answer that has one', async () => {
    expect((await farebox(['Hi'], { openSimulator: reply('a\n') })).out).toBe('a\n');
  });
});
