import { errorKinds } from '@farebox/core';
import { simulate } from '@farebox/simulator';
import { describe, expect, it, test } from 'vitest';
import { type FakeIoOptions, fakeIo } from './fixtures/fake-io.js';
import { run } from './run.js';

const notice = /^farebox: no OPENAI_API_KEY and no base URL, so the built-in simulator answers/;

async function farebox(argv: readonly string[], options: FakeIoOptions = {}) {
  const io = fakeIo(options);
  const code = await run(argv, io);
  const [, ...lines] = io.error.match(notice)
    ? io.error.split('\n')
    : ['', ...io.error.split('\n')];
  return { code, out: io.out, error: io.error, lines: lines.slice(0, -1) };
}

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
    expect(first.out).toMatch(/while it is iterat/);
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
        /^farebox: BudgetExceededError: The call could cost up to \$0\.\d+, and \$0\.000001 of the \$0\.000001 of --max-cost is left/,
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
      'farebox: warning: the answer was cut off at --max-tokens 5 (finish_reason: length); raise --max-tokens',
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
      costUsd: simulator.books.costUsd,
      cost: simulator.books.cost.toString(),
      costKnown: 'reported',
      model: expect.stringMatching(/^gpt-4o-mini/),
      attempts: 1,
      requestId: expect.any(String),
      simulated: true,
    });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });
});

describe('wrong usage exits 2 and names the option', () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      'a misspelt option gets a suggestion',
      ['--modle', 'x', 'Hi'],
      /unknown option '--modle' \(Did you mean --model\?\)/,
    ],
    ['an option without its value', ['Hi', '-m'], /'-m, --model <name>' argument missing/],
    ['a temperature', ['-t', '3', 'Hi'], /--temperature is not a number from 0 to 2/],
    ['a negative temperature', ['-t', '-1', 'Hi'], /--temperature/],
    ['a count of tokens', ['--max-tokens', '0', 'Hi'], /--max-tokens is not a whole number from 1/],
    ['a number of retries', ['--retries', 'many', 'Hi'], /--retries is not/],
    ['a timeout', ['--timeout', '0', 'Hi'], /--timeout is not a number/],
    ['an amount', ['--max-cost', '1e-6', 'Hi'], /--max-cost is wrong/],
    ['a role', ['-r', 'tutr', 'Hi'], /--role names no role/],
    ['a role and a system message', ['-r', 'tutor', '-s', 'x', 'Hi'], /--system and --role/],
    ['an address', ['--base-url', 'localhost:1', 'Hi'], /--base-url is not/],
    ['an empty model', ['-m', '', 'Hi'], /model is missing/],
    ['no prompt on a terminal', [], /There is no prompt/],
  ])('%s', async (_name, argv, message) => {
    const { code, out, error } = await farebox(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/\n {2}fix: .+\n$/);
  });
});

describe('the help', () => {
  it('has every option and examples, on standard output', async () => {
    const { code, out, error } = await farebox(['--help']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const option of [
      '--model',
      '--system',
      '--role',
      '--temperature',
      '--max-tokens',
      '--max-cost',
      '--retries',
      '--timeout',
      '--base-url',
      '--no-stream',
      '--json',
      '--strict',
      '--version',
    ])
      expect(out).toContain(option);
    expect(out).toContain('Examples:');
  });

  it('names every exit code of the error table', async () => {
    const { out } = await farebox(['--help']);
    for (const { exit } of Object.values(errorKinds))
      expect(out).toMatch(new RegExp(`\\b${exit} [a-z]`));
  });
});

it('takes a word that is no command as a prompt, also one that objects have by nature', async () => {
  expect((await farebox(['constructor'])).code).toBe(0);
  expect((await farebox(['help', 'me'])).code).toBe(0);
});

it('takes what follows a double dash as the prompt', async () => {
  expect((await farebox(['--', '-x'])).out).toContain('-x');
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

describe('when standard output breaks', () => {
  const breakAtOnce = async (code: string) => {
    const simulator = simulate();
    const io = fakeIo({
      openSimulator: async () => simulator.fetch,
      onOutput: () => io.breakOutput(code),
    });
    return { code: await run(['Explain recursion'], io), io, simulator };
  };

  it('stops the call, says what it cost, and exits 0 if a reader has left', async () => {
    const { code, io } = await breakAtOnce('EPIPE');
    expect(code).toBe(0);
    expect(io.error).toMatch(/\ncost .*\n$/);
    expect(io.error).not.toContain('Error');
  });

  it('exits 1 and says so if the disk is full', async () => {
    const { code, io } = await breakAtOnce('ENOSPC');
    expect(code).toBe(1);
    expect(io.error).toContain(
      'farebox: The answer could not be written to standard output (ENOSPC).',
    );
  });
});

it('exits 130 on Ctrl-C, with what was printed, its cost and the reason', async () => {
  const io = fakeIo({
    openSimulator: async () => simulate({ pace: { firstTokenMs: 0, tokensPerSecond: 200 } }).fetch,
    onOutput: () => io.interrupt(),
  });
  expect(await run(['Explain recursion'], io)).toBe(130);
  expect(io.out).toMatch(/^\S.*\n$/);
  expect(io.error).toMatch(
    /\ncost up to \$.* · simulated\nfarebox: AbortedError: .*\n {2}fix: .*\n$/,
  );
});

describe('waits between attempts', () => {
  it('are told one by one, and a failed attempt counts into the cost', async () => {
    const simulator = simulate({
      faults: ['server-error', { fault: 'rate-limit', retryAfterMs: 20 }],
    });
    const { code, lines } = await farebox(['Hi'], { openSimulator: async () => simulator.fetch });
    expect(code).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(
        /^farebox: attempt 1: The provider answered 5\d\d .*; waiting \d+\.\d+ s$/,
      ),
      expect.stringMatching(
        /^farebox: attempt 2: The provider answered 429 .*; waiting \d+\.\d+ s$/,
      ),
      expect.stringMatching(/^cost up to \$/),
    ]);
  });

  it('do not happen with --retries 0', async () => {
    const simulator = simulate({ faults: ['server-error'] });
    const { code } = await farebox(['--retries', '0', 'Hi'], {
      openSimulator: async () => simulator.fetch,
    });
    expect(code).toBe(7);
    expect(simulator.books.requests).toHaveLength(1);
  });
});

describe('a call that fails', () => {
  test.each([
    ['quota', 5],
    ['html', 7],
    ['error-event', 7],
    ['cut', 8],
  ] as const)('with the fault %s exits %i', async (fault, exit) => {
    const simulator = simulate({ faults: [fault] });
    const { code, error } = await farebox(['--retries', '0', 'Explain recursion'], {
      openSimulator: async () => simulator.fetch,
    });
    expect(code).toBe(exit);
    expect(error).toMatch(/\nfarebox: \w+Error: .+\n {2}fix: .+\n$/);
  });

  it('leaves what had arrived on standard output, and its cost on standard error', async () => {
    const simulator = simulate({ faults: [{ fault: 'cut', afterChunks: 6 }] });
    const { out, lines } = await farebox(['Explain recursion'], {
      openSimulator: async () => simulator.fetch,
    });
    expect(out).toMatch(/^\S.*\n$/);
    expect(lines).toEqual([
      expect.stringMatching(/^cost up to \$/),
      expect.stringMatching(/^farebox: StreamTruncatedError: /),
      '  fix: Ask again; what had arrived is on standard output.',
    ]);
  });

  it('costs nothing when the provider refused, and then has no cost line', async () => {
    const simulator = simulate({ faults: ['unauthorized'] });
    const { code, error } = await farebox(['Hi'], { openSimulator: async () => simulator.fetch });
    expect(code).toBe(4);
    expect(error).not.toContain('cost');
  });
});
