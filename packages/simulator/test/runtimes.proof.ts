import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const execute = promisify(execFile);
const folder = import.meta.dirname;
const entry = join(folder, 'conformance.ts');
const bin = (name: string) => join(folder, '..', 'node_modules', '.bin', name);

type Seen = Record<string, unknown>;

async function output(command: string, ...args: string[]): Promise<Seen> {
  const { stdout } = await execute(command, args, { maxBuffer: 64 << 20 });
  return JSON.parse(stdout);
}

/** The file bundled for browsers, run by a page of a server on this machine. */
async function browserOutput(): Promise<Seen> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2024',
      rolldownOptions: { input: entry, preserveEntrySignatures: false },
    },
  });
  const chunks = new Map(
    [built]
      .flat()
      .flatMap((result) =>
        'output' in result
          ? result.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : []))
          : [],
      ) as [string, { code: string; isEntry: boolean }][],
  );
  const [main] = [...chunks].find(([, { isEntry }]) => isEntry) ?? [];
  const server = createServer((request, response) => {
    const chunk = chunks.get(request.url?.slice(1) ?? '');
    response.setHeader('content-type', chunk === undefined ? 'text/html' : 'text/javascript');
    response.end(chunk?.code ?? `<script type="module" src="/${main}"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    const printed = page.waitForEvent('console', (message) => message.text().startsWith('{'));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return JSON.parse((await printed).text());
  } finally {
    await browser.close();
    server.close();
  }
}

describe('the same handler in every runtime', () => {
  let node: Seen;
  beforeAll(async () => {
    node = await output(process.execPath, entry);
  });

  it('Node runs every case, and none fails', () => {
    expect(Object.keys(node).length).toBeGreaterThan(15);
    for (const [name, seen] of Object.entries(node)) {
      expect(seen, name).not.toHaveProperty('failed');
    }
  });

  it.each([
    ['two tool calls at once', /Paris.*Rome/],
    ['a schema is kept to', /\{\\"name\\":\\"Jason\\",\\"age\\":25\}/],
    [
      'a cut, a reset, a rate limit, an error inside the stream',
      /^\[3,true,429,"1500","data: .*overloaded/,
    ],
    ['an abort while reading', /^\["Error: enough",\[\{"ended":"disconnected","status":200\}\]\]$/],
    ['a pace on a clock of one’s own', /^\[400,420,440,460,480,500\]$/],
    ['limits on a clock of one’s own', /^\[429,60000,200\]$/],
    ['the same key of idempotency', /^\[true,/],
    ['a script, a recording and its replay', /^\[true,true,/],
    ['other letters than Latin', /漢字 and 😀, naïvely/],
  ])('%s is what it has to be', (name, expected) => {
    expect(JSON.stringify(node[name])).toMatch(expected);
  });

  it.each([
    ['another Node', () => output(process.execPath, entry)],
    ['Bun', () => output(bin('bun'), entry)],
    ['Deno, which may read no file and open no socket', () => output(bin('deno'), 'run', entry)],
    ['a page in Chromium', browserOutput],
  ])('%s sees the same, to the last character', async (_, run) => {
    expect(await run()).toEqual(node);
  });
});
