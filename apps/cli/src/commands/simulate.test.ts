import { describe, expect, it, test } from 'vitest';
import { type FakeIo, fakeIo } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { run } from '../run.js';

/** Starts it; `url` is there with its first line. */
function start(...argv: readonly string[]) {
  const told = Promise.withResolvers<string>();
  const io: FakeIo = fakeIo({ onOutput: (text) => told.resolve(text.trim()) });
  const code = run(['simulate', ...argv], io);
  void code.then(() => told.reject(new Error(io.error)));
  return { url: told.promise, io, code };
}

const post = (url: string, body = {}) =>
  fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'Explain a for loop' }],
      ...body,
    }),
  });

describe('farebox simulate', () => {
  it('serves until Ctrl-C, and says what it would have billed', async () => {
    const { url, io, code } = start('--seed', '1');
    const base = await url;
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    await (await post(base)).text();
    await (await post(base, { temperature: 99 })).text();
    io.interrupt();
    expect(await code).toBe(0);
    expect(io.out).toBe(`${base}\n`);
    const [how, first, second, empty, summary] = io.error.split('\n');
    expect(how).toContain(`OPENAI_BASE_URL=${base} farebox "Hi"`);
    expect(first).toMatch(/^200 gpt-4o-mini-2024-07-18 \d+ in \d+ out \$0\.0000\d+ completed req_/);
    expect(second).toMatch(/^400 gpt-4o-mini 0 in 0 out \$0 refused req_/);
    expect(empty).toBe('');
    expect(summary).toMatch(
      /^farebox: 2 requests: 1 completed, 1 refused; a provider would have billed \$0\.0000\d+\.$/,
    );
    expect(io.error).not.toContain('for loop');
    await expect(post(base)).rejects.toThrow();
  });

  it('is asked by the command itself', async () => {
    const { url, io, code } = start('--quiet');
    const environment = { OPENAI_BASE_URL: await url };
    const { out } = await farebox(['-t', '0', 'Explain a for loop in two lines'], { environment });
    expect(out).toMatch(/loop/);
    io.interrupt();
    await code;
    expect(io.error).not.toContain('req_');
    expect(io.error).toContain('1 request: 1 completed');
  });

  it('fails as it was told, a request after the other', async () => {
    const faults = [
      '--fault',
      'status:status=503',
      '--fault',
      'ok',
      '--fault',
      'rate-limit; retry-after-ms=2000',
    ];
    const { url, io, code } = start(...faults);
    const base = await url;
    const statuses = [];
    for (let turn = 0; turn < 4; turn++) statuses.push((await post(base)).status);
    expect(statuses).toEqual([503, 200, 429, 200]);
    io.interrupt();
    await code;
  });

  test.each([
    [['--port', 'x'], /--port is 'x'; give a whole number, from 0 to 65535\./],
    [['--fault', 'explode'], /--fault: The simulator has no fault 'explode'; it has /],
    [['--fault', 'cut:chunks=1'], /The attribute 'chunks=1' of the fault 'cut' is none/],
    [['--rpm', '0'], /--rpm is '0'/],
    [['stray'], /too many arguments/],
  ])('%j exits 2 and says how to write it', async (argv, message) => {
    const { code, out, error } = await farebox(['simulate', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/\n {2}fix: See farebox simulate --help/);
  });

  it('says so when the port is taken', async () => {
    const first = start();
    const { port } = new URL(await first.url);
    const { code, error } = await farebox(['simulate', '--port', port]);
    expect(code).toBe(2);
    expect(error).toMatch(
      /Port \d+ cannot be had \(EADDRINUSE\)\.\n {2}fix: Choose another --port/,
    );
    first.io.interrupt();
    await first.code;
  });
});
