import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { farebox, resultOf, startCommand } from './command.js';

// Each test starts a process, on machines that may be busy.
const key = 'sk-canary-0123456789abcdef';
const simulator = simulate({ seed: 1, apiKeys: [key] });
const slow = simulate({ seed: 1, pace: { firstTokenMs: 0, tokensPerSecond: 50 } });
let server: Server;
let slowServer: Server;
beforeAll(async () => {
  server = await serve(simulator);
  slowServer = await serve(slow);
});
afterAll(() => Promise.all([server.close(), slowServer.close()]));

const withKey = () => ({ environment: { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.url } });
const costLine = /^cost \$0\.\d+ · \d+ in \/ \d+ out · first token \d+\.\d+ s\n$/;

test('an answer of a server goes to standard output and its cost line to standard error', async () => {
  const { code, out, error } = await farebox(['Explain a for loop in two lines'], withKey());
  expect({ code, error }).toEqual({ code: 0, error: expect.stringMatching(costLine) });
  expect(out).toMatch(/^\S[\s\S]*\S\n$/);
});

test('without a server it answers from the simulator, and says so on standard error only', async () => {
  const { code, out, error } = await farebox(['Explain a for loop in two lines']);
  expect(code).toBe(0);
  expect(out).not.toContain('simulator');
  expect(error).toMatch(/^farebox: no OPENAI_API_KEY and .*\ncost .* · simulated\n$/);
});

test('a pipe alone is the prompt, and words come before it', async () => {
  const before = simulator.books.requests.length;
  const { code, out } = await farebox(['-r', 'debugger'], {
    ...withKey(),
    stdin: 'for x in xs: xs.remove(x)',
  });
  expect(code).toBe(0);
  expect(out).toMatch(/remov|iterat/i);
  const both = await farebox(['What is wrong?', '-t', '0'], {
    ...withKey(),
    stdin: 'for x in xs: xs.remove(x)',
  });
  expect(both.code).toBe(0);
  expect(simulator.books.requests).toHaveLength(before + 2);
});

test('a pipe that is left open does not keep the command from ending', async () => {
  const child = startCommand(['--max-cost', 'x', 'Hi'], withKey());
  expect((await resultOf(child)).code).toBe(2);
});

test('--json prints one object', async () => {
  const { out } = await farebox(['--json', 'Explain recursion'], withKey());
  expect(JSON.parse(out)).toMatchObject({ finishReason: 'stop', simulated: false, attempts: 1 });
});

test('--version prints the version of the package', async () => {
  expect(await farebox(['--version'])).toEqual({
    code: 0,
    out: `${manifest.version}\n`,
    error: '',
  });
  expect((await farebox(['Hi', '-V'])).out).toBe(`${manifest.version}\n`);
});

test('--help goes to standard output', async () => {
  const { code, out, error } = await farebox(['--help']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('Usage: farebox');
});

describe('exit codes', () => {
  it('is 4 for a wrong key, with the fix and without the key', async () => {
    const environment = {
      OPENAI_API_KEY: 'sk-canary-wrong-9876543210',
      OPENAI_BASE_URL: server.url,
    };
    const { code, out, error } = await farebox(['Hi'], { environment });
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(error).toMatch(
      /^farebox: AuthenticationError: The provider answered 401 .*\n {2}fix: Check OPENAI_API_KEY/,
    );
    expect(error).not.toMatch(/canary-wrong|3210/);
  });

  it('is 6 for a port that nobody listens on, and nothing was spent', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const url = `http://127.0.0.1:${port}/v1`;
    const { code, error } = await farebox(['--retries', '1', '--base-url', url, 'Hi']);
    expect(code).toBe(6);
    expect(error).toMatch(
      /^farebox: attempt 1: .*; waiting .* s\nfarebox: APIConnectionError: .*ECONNREFUSED.*\n {2}fix: .*\n$/,
    );
  });

  it('is 6 when --timeout is over', async () => {
    const argv = ['--timeout', '0.3', '--base-url', slowServer.url, 'Explain recursion'];
    const { code, error } = await farebox(argv);
    expect(code).toBe(6);
    expect(error).toMatch(/farebox: APITimeoutError: .*0\.3 s/);
  });

  it('is 0 with a warning for a cut-off answer, and 8 with --strict', async () => {
    const argv = ['--max-tokens', '5', 'Explain recursion'];
    expect((await farebox(argv, withKey())).code).toBe(0);
    const { code, error } = await farebox(['--strict', ...argv], withKey());
    expect(code).toBe(8);
    expect(error).toContain('warning: the answer was cut off (finish_reason: length)');
  });

  it('is 3 for a call that could cost too much, before anything is sent', async () => {
    const before = simulator.books.requests.length;
    expect((await farebox(['--max-cost', '0.000001', 'Hi'], withKey())).code).toBe(3);
    expect(simulator.books.requests).toHaveLength(before);
  });

  it('is 2 for a misspelt option, with a suggestion', async () => {
    const { code, out, error } = await farebox(['--modle', 'x', 'Hi']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('Did you mean --model?');
  });

  it('is 2 without a prompt, and nothing is waited for', async () => {
    const { code, error } = await farebox([]);
    expect(code).toBe(2);
    expect(error).toContain('farebox "Explain a for loop"');
  });

  it('is 11 for a model that does not exist', async () => {
    expect((await farebox(['-m', 'no-such-model', 'Hi'], withKey())).code).toBe(11);
  });
});

describe('when it is stopped in the middle of an answer', () => {
  const start = () => {
    const child = startCommand(['--base-url', slowServer.url, 'Explain recursion']);
    child.stdin.end();
    return child;
  };

  it('leaves on Ctrl-C with 130, what was printed, and what it cost', async () => {
    const child = start();
    child.stdout.once('data', () => child.kill('SIGINT'));
    const { code, out, error } = await resultOf(child);
    expect(code).toBe(130);
    expect(out).toMatch(/^\S.*\n$/);
    expect(error).toMatch(/^cost up to \$.*\nfarebox: interrupted\n$/);
    await expect.poll(() => slow.books.requests.at(-1)?.ended).toBe('disconnected');
  });

  it('leaves quietly with 0 when its reader has gone, and settles', async () => {
    const child = start();
    const ended = resultOf(child);
    child.stdout.once('data', () => child.stdout.destroy());
    const { code, error } = await ended;
    expect(code).toBe(0);
    expect(error).toMatch(/^cost up to \$.*\n$/);
  });

  it('goes on when only standard error is closed', async () => {
    const child = start();
    const ended = resultOf(child);
    child.stderr.destroy();
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
  });
});
