import { describe, expect, it } from 'vitest';
import { faultList } from '../faults/fault-list.js';
import { ask } from '../fixtures/ask.js';
import { simulatorCommand } from './simulator-command.js';

const token = 'canary-token-b81d20c4';

interface Around {
  readonly environment?: Record<string, string>;
  readonly files?: Record<string, string>;
}

/** Starts the command; `url` comes with its first line, `stop` interrupts it. */
function start(argv: readonly string[], { environment = {}, files = {} }: Around = {}) {
  const printed = { out: '', error: '' };
  const interrupted = new AbortController();
  let tellUrl = (_url: string) => {};
  const url = new Promise<string>((resolve) => {
    tellUrl = resolve;
  });
  const code = simulatorCommand(argv, {
    out(text) {
      printed.out += text;
      tellUrl(text.trim());
    },
    error(text) {
      printed.error += text;
    },
    environment,
    async readFile(path) {
      const content = files[path];
      if (content === undefined) throw new Error(`There is no ${path}.`);
      return content;
    },
    interrupted: interrupted.signal,
    version: '1.2.3',
  });
  const stop = async () => {
    interrupted.abort();
    return code;
  };
  return { printed, url, code, stop };
}

/** Posts to it over the socket. */
function clientOf(url: string) {
  return { fetch: (_: unknown, init?: RequestInit) => fetch(`${url}/chat/completions`, init) };
}

describe('a running command', () => {
  it('prints its base URL and nothing else, answers there, and ends with 0 when interrupted', async () => {
    const { url, stop, printed } = start([]);
    const base = await url;
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    expect((await ask(clientOf(base))).status).toBe(200);
    expect(await stop()).toBe(0);
    expect(printed).toEqual({ out: `${base}\n`, error: '' });
    await expect(fetch(`${base}/models`)).rejects.toThrow();
  });

  it('fails and limits as it was told', async () => {
    const { url, stop } = start([
      ...['--fault', 'cut; after-chunks=0', '--fault', 'ok', '--fault', 'quota'],
      ...['--rpm', '2', '--tpm', '5000', '--seed', '7'],
    ]);
    const client = clientOf(await url);
    const stream = { stream: true };
    expect(await (await ask(client, stream)).text()).toBe('');
    const answered = await ask(client);
    expect(answered.headers.get('x-ratelimit-limit-requests')).toBe('2');
    expect(answered.headers.get('x-ratelimit-limit-tokens')).toBe('5000');
    expect(await (await ask(client)).text()).toContain('insufficient_quota');
    expect(await (await ask(client)).text()).toContain('rate_limit_exceeded');
    await stop();
  });

  it('hands every kind of setting to the fault', async () => {
    const { url, stop } = start([
      ...[
        '--fault',
        'status; status=451; code=blocked; headers={"retry-after":"7","x-a":"b; c, d"}',
      ],
      ...['--fault', 'status; status=502; body=html; billed=false'],
      ...['--fault', 'wrong-usage; usage={"total_tokens":-7}, other-tier; tier=flex'],
    ]);
    const client = clientOf(await url);
    const refused = await ask(client);
    expect(refused.status).toBe(451);
    expect(refused.headers.get('retry-after')).toBe('7');
    expect(refused.headers.get('x-a')).toBe('b; c, d');
    expect(await refused.text()).toContain('"code":"blocked"');
    expect(await (await ask(client)).text()).toContain('<h1>502</h1>');
    const wrong = await (await ask(client)).json();
    expect(wrong).toMatchObject({ service_tier: 'flex', usage: { total_tokens: -7 } });
    await stop();
  });

  it('with --verbose prints a line for each request, without content or key', async () => {
    const { url, stop, printed } = start(['--verbose', '--fault', 'ok', '--fault', 'quota']);
    const client = clientOf(await url);
    const headers = { authorization: 'Bearer sk-canary-77aa21' };
    await (await ask(client, {}, { headers })).text();
    await (await ask(client, { model: 'x\u001b[2J y' }, { headers })).text();
    await (await ask(client, { temperature: 99 }, { headers })).text();
    await stop();
    const lines = printed.error.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(
        /^200 gpt-4o-mini-2024-07-18 14 in \d+ out \$0\.0000\d+ completed req_[0-9a-f]{32}$/,
      ),
      expect.stringMatching(/^429 x\?\[2J\?y 0 in 0 out \$0 refused req_[0-9a-f]{32}$/),
      expect.stringMatching(/^400 gpt-4o-mini 0 in 0 out \$0 refused req_[0-9a-f]{32}$/),
    ]);
    expect(printed.error).not.toMatch(/canary|for loop/);
  });

  it.each([
    [['--token-file', 'secret'], { files: { secret: `${token}\n` } }],
    [[], { environment: { FAREBOX_SIMULATOR_TOKEN: token } }],
    [['--listen', '0.0.0.0'], { environment: { FAREBOX_SIMULATOR_TOKEN: token } }],
  ] satisfies [string[], Around][])('%j with a token lets in who has it', async (argv, around) => {
    const { url, stop, printed } = start([...argv, '--verbose'], around);
    const base = (await url).replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${base}/models`)).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${base}/models`, { headers })).status).toBe(200);
    expect(await stop()).toBe(0);
    expect(JSON.stringify(printed)).not.toContain(token);
  });
});

describe('a command line that cannot be run', () => {
  it.each<[string[], RegExp]>([
    [['--port', 'x'], /--port is 'x'; give a whole number, from 0 to 65535\./],
    [['--port', '65536'], /--port is '65536'/],
    [['--seed', '1.5'], /--seed is '1\.5'; give a whole number/],
    [['--rpm', '0'], /--rpm is '0'; give a whole number, from 1/],
    [['--tpm=-1'], /--tpm is '-1'/],
    [['--first-token-ms', ''], /--first-token-ms is ''/],
    [['--tokens-per-second', '0'], /--tokens-per-second is '0'/],
    [['--fault', 'cut; bytes=1'], /--fault: The fault 'cut' reads no bytes; of settings it reads /],
    [
      ['--fault', 'status; status=200'],
      /--fault: The fault 'status' has status 200; give a status/,
    ],
    [
      ['--fault', 'cut; chunks=1'],
      /--fault: The attribute 'chunks=1' of the fault 'cut' is none; /,
    ],
    [['--fault', 'explode'], /--fault: The simulator has no fault 'explode'; it has /],
    [['--prot', '1'], /Unknown option '--prot'/],
    [['--port'], /Option '--port <value>' argument missing/],
    [['stray'], /an argument that belongs to no option/],
    [
      ['--listen', '0.0.0.0'],
      /--listen 0\.0\.0\.0 lets others in; give a token, with --token-file/,
    ],
    [['--token-file', 'missing'], /--token-file: 'missing' cannot be read/],
    [['--token-file', 'blank'], /--token-file: 'blank' is empty/],
    [['--token-file', 'short'], /--token-file: the token has 11 characters; give at least 16/],
  ])('%j is 2, and names the option', async (argv, message) => {
    const files = { blank: '\n', short: 'short-token\n' };
    const { code, printed } = start(argv, { files });
    expect(await code).toBe(2);
    expect(printed.out).toBe('');
    expect(printed.error).toMatch(message);
    expect(printed.error).toMatch(/\nTry farebox-simulator --help\.\n$/);
    expect(printed.error).not.toContain('short-token');
  });

  it('is 1 when the port is taken', async () => {
    const first = start([]);
    const { port } = new URL(await first.url);
    const second = start(['--port', port]);
    expect(await second.code).toBe(1);
    expect(second.printed.error).toMatch(/^farebox-simulator: .*EADDRINUSE.*\n$/);
    await first.stop();
  });
});

it('--help and --version print what they say, whatever else is asked', async () => {
  const helped = start(['--help', '--port', 'x']);
  expect(await helped.code).toBe(0);
  expect(helped.printed.out).toMatch(/^Usage: farebox-simulator/);
  for (const setting of faultList.flatMap(({ settings }) => settings)) {
    const attribute = setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(helped.printed.out).toContain(` ${attribute}=`);
  }
  const versioned = start(['--version']);
  expect(await versioned.code).toBe(0);
  expect(versioned.printed.out).toBe('1.2.3\n');
});
