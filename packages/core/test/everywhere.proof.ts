import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';

const execute = promisify(execFile);
const entry = join(import.meta.dirname, 'everywhere.ts');
const bin = (name: string) => join(import.meta.dirname, '../node_modules/.bin', name);

async function output(command: string, ...args: string[]): Promise<unknown> {
  return JSON.parse((await execute(command, args)).stdout);
}

/** The program in one file, run by a page of a server on this machine. */
async function browserOutput(): Promise<unknown> {
  const options = { bundle: true, format: 'esm', platform: 'browser', write: false } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [entry] });
  const server = createServer((request, response) => {
    const isScript = request.url === '/everywhere.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    const page = '<script type="module" src="/everywhere.js"></script>';
    response.end(isScript ? outputFiles[0]?.text : page);
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

test.each([
  ['Node', () => output(process.execPath, entry)],
  ['Bun', () => output(bin('bun'), entry)],
  ['Deno, which may read no file and open no socket', () => output(bin('deno'), 'run', entry)],
  ['a page in Chromium', browserOutput],
])('%s prices a call to the last digit, with the list as a module and as JSON', async (_, run) => {
  expect(await run()).toEqual({
    bills: [
      '0.04102335',
      '2.1836352',
      { kind: 'unknown', model: 'gpt-9', reason: 'model', nearest: expect.any(Array) },
    ],
    course: 0.00045,
    waits: [1, 2, 4, 8],
    money: '0.30',
    json: true,
    models: expect.any(Number),
  });
});
