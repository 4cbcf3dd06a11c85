import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { playingFarebox } from '../fixtures/playing-farebox.js';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function play(argv: readonly string[] = [], options: FakeIoOptions = {}) {
  const playing = await playingFarebox(argv, options);
  ends.push(playing.end);
  return playing;
}

describe('the page of farebox play', () => {
  it('has its policy as a header, too, and is kept, framed and read by nobody', async () => {
    const { origin } = await play();
    const response = await fetch(`${origin}/live.html`);
    const { date: _, connection: __, ...headers } = Object.fromEntries(response.headers);
    expect(headers).toEqual({
      'cache-control': 'no-store',
      'content-length': String((await response.text()).length),
      'content-security-policy': "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'keep-alive': 'timeout=5',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('has the files of the build, and no others', async () => {
    const { origin } = await play();
    const script = await fetch(`${origin}/assets/main.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toBe('main();');
    const head = await fetch(`${origin}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${origin}/assets/other.js`)).status).toBe(404);
  });

  it('without a key anywhere is served all the same, with no call and no token', async () => {
    const { io, address, origin, post } = await play([], { environment: {} });
    expect(address.href).toBe(`${origin}/`);
    expect(io.error).toContain('the simulator in the page answers. Serving until Ctrl-C.');
    expect((await fetch(address)).status).toBe(200);
    expect((await post({})).status).toBe(403);
  });
});

describe('the start of farebox play', () => {
  it('prints the address alone on standard output, and whom the page may ask', async () => {
    const { io, address } = await play(['-m', 'gpt-4o', '-m', 'gpt-4o-mini']);
    expect(io.out).toBe(`${address.href}\n`);
    expect(address.pathname).toBe('/live.html');
    expect(io.error).toBe(
      'farebox: the page may ask https://api.openai.com for gpt-4o, gpt-4o-mini. Serving until Ctrl-C.\n',
    );
  });

  it('opens a browser at a terminal, and not with --no-open or into a pipe', async () => {
    const opened: string[] = [];
    const onBrowser = (address: string) => void opened.push(address);
    const { address } = await play([], { terminal: true, onBrowser });
    expect(opened).toEqual([address.href]);
    await play(['--no-open'], { terminal: true, onBrowser });
    await play([], { onBrowser });
    expect(opened).toHaveLength(1);
  });

  it('a port that is taken is an error with the fix', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    ends.push(() => new Promise((resolve) => taken.close(resolve)));
    const { port } = taken.address() as AddressInfo;
    const { code, error } = await farebox(['play', '--port', String(port)]);
    expect(code).toBe(2);
    expect(error).toContain(`Port ${port} cannot be had (EADDRINUSE).`);
  });

  it.each([
    [['--port', '70000'], '--port is not a whole number from 0 to 65535'],
    [['--port', ''], '--port is not a whole number'],
    [['--model', ''], '--model is empty'],
    [['--provider', 'antropic'], 'Did you mean anthropic?'],
    [['--provider', 'anthropic'], 'ANTHROPIC_API_KEY is not set'],
    [['--provider', 'ollama'], 'needs a model'],
    [['--max-cost', 'much'], '--max-cost is wrong'],
    [['--tag', 'x'], '--tag is not name=value'],
    [['--base-url', 'nowhere'], '--base-url'],
    [['page'], 'too many arguments'],
  ])('%j is wrong usage that says so', async (argv, message) => {
    const { code, error } = await farebox(['play', ...argv]);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});
