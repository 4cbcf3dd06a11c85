import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, type WatchedPage, watchPage } from './browser.js';
import { type BuiltPage, openBuiltPage } from './built-page.js';
import { firstCell, partsOf, runCode } from './cell-parts.js';

let site: BuiltPage;
let browser: Browser;
/** Where the cell is. */
let lesson: string;
/** Where a cell tries to get to; it writes down who came. */
let outside: Server;
let outsideUrl: string;
const visitors: string[] = [];
let watched: WatchedPage;

beforeAll(async () => {
  outside = createServer((request, response) => {
    visitors.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('postMessage("out")');
  });
  outside.on('upgrade', (request, socket) => {
    visitors.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
  browser = await openBrowser();
  site = await openBuiltPage();
  lesson = `${site.url}#/lessons/first-call`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  outside.closeAllConnections();
  await new Promise((resolve) => outside.close(resolve));
});

beforeEach(async () => {
  visitors.length = 0;
  watched = await watchPage(browser, lesson);
});

/** Whatever a cell did: nobody was reached, the page stands where it stood, and another cell runs. */
afterEach(async () => {
  const { page } = watched;
  expect(visitors).toEqual([]);
  expect(page.url()).toBe(lesson);
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  expect(await runCode(page, 'console.log("still here");')).toContain('still here');
  await page.context().close();
});

test.each([
  ['the page', 'parent.document.body.remove()', 'parent is not defined'],
  ['the window above', "top.location = 'OUTSIDE'", 'top is not defined'],
  ['its cookies', 'document.cookie', 'document is not defined'],
  ['its storage', "localStorage.setItem('a', 'b')", 'localStorage is not defined'],
  ['a database', "await new Promise((_, no) => { indexedDB.open('a').onerror = no })", 'Error'],
  [
    'a package that is not there',
    "import OpenAI from 'openai'; OpenAI",
    'There is no "openai" here.',
  ],
])('a cell that reaches for %s fails, and says why', async (_, code, why) => {
  const output = await runCode(watched.page, code.replace('OUTSIDE', outsideUrl));
  expect(output).toContain('Failed');
  expect(output).toContain(why);
});

test.each([
  [
    'XMLHttpRequest',
    "const x = new XMLHttpRequest(); x.open('GET', 'OUTSIDE'); x.onerror = () => done('no'); x.send();",
  ],
  [
    'WebSocket',
    "const w = new WebSocket('OUTSIDE'.replace('http', 'ws')); w.onerror = () => done('no');",
  ],
  ['EventSource', "const e = new EventSource('OUTSIDE'); e.onerror = () => done('no');"],
  ['an import from elsewhere', "import('OUTSIDE').catch(() => done('no'));"],
  ['importScripts', "try { importScripts('OUTSIDE') } catch { done('no') }"],
  [
    'the fetch of a worker of its own',
    "const w = new Worker(URL.createObjectURL(new Blob([`fetch('OUTSIDE').catch(() => postMessage('no'))`]))); w.onmessage = ({ data }) => done(data); w.onerror = () => done('no');",
  ],
  [
    'a worker from elsewhere',
    "try { const w = new Worker('OUTSIDE'); w.onerror = () => done('no') } catch { done('no') }",
  ],
])('%s reaches nobody', async (_, code) => {
  const source = `const end = await new Promise((done) => { ${code.replaceAll('OUTSIDE', outsideUrl)} });\nend`;
  expect(await runCode(watched.page, source)).toMatch(/→ no$/);
});

test('fetch of any address is answered by the simulator, in OpenAI’s words', async () => {
  const output = await runCode(
    watched.page,
    `const r = await fetch('${outsideUrl}secret');\nconsole.log(r.status, await r.text());`,
  );
  expect(output).toMatch(/404 .*Invalid URL \(GET \/secret\)/s);
});

test('a cell that never ends is stopped after ten seconds, and the page never stands still', async () => {
  const { page } = watched;
  const { editor, run, ended, output, state } = partsOf(firstCell(page));
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('while (true) {}');
  await run.click();
  const before = await page.evaluate(() => document.documentElement.dataset.theme);
  await page.getByRole('button', { name: /theme/ }).click();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).not.toBe(before);
  expect(await state.getAttribute('data-phase')).toBe('running');
  await ended();
  expect(await output.textContent()).toContain('Stopped after 10 seconds.');
});

test('a cell that is stopped by its reader is stopped at once', async () => {
  const { page } = watched;
  const { editor, run, stop, ended, output } = partsOf(firstCell(page));
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText("console.log('spinning'); while (true) {}");
  await run.click();
  await expect.poll(() => output.textContent(), { timeout: 10_000 }).toContain('spinning');
  await stop.click();
  await ended();
  expect(await output.textContent()).toContain('Stopped.');
});

test.each([
  ['a flood of lines', 'for (;;) console.log("x");', 'more than 1000 lines'],
  ['a line of megabytes', 'console.log("x".repeat(5_000_000));', 'more than 100000 characters'],
  ['a result of megabytes', '"x".repeat(5_000_000)', 'more than 100000 characters'],
])('%s is cut off', async (_, code, why) => {
  expect(await runCode(watched.page, code)).toContain(why);
});

test.each([
  [
    'an end that was not',
    "postMessage({ type: 'done', result: 'forged' }); throw new Error('real')",
    'real',
  ],
  ['a polluted prototype', "Object.prototype.polluted = 'yes'; throw new Error('real')", 'real'],
  ['null, thrown', 'throw null', 'null'],
  [
    'a promise that nobody awaits',
    "Promise.reject(new TypeError('lost')); await new Promise(() => {})",
    'lost',
  ],
  ['markup', "throw new Error('<img src=x onerror=alert(1)>')", '<img src=x onerror=alert(1)>'],
  ['a mistake in its text', 'const a = 1;\nconst = 2;', 'in line 2'],
])('%s changes nothing but the cell’s own output', async (_, code, told) => {
  const output = await runCode(watched.page, code);
  expect(output).toContain('Failed');
  expect(output).toContain(told);
  expect(output).not.toContain('forged');
});

test('an error of Farebox in a cell brings its fix and its line', async () => {
  const code = `import { ChatClient } from '@farebox/chat';

const client = new ChatClient({ model: 'gpt-4o', budget: '0.0001', fetch });
await client.ask('Hello');`;
  const output = await runCode(watched.page, code);
  expect(output).toMatch(/BudgetExceededError in line 4.*Raise the limit/);
});
