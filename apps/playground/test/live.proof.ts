import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { foreign, watchPage } from './browser.js';
import { openSite } from './open-site.js';
import { seriousOf } from './serious-of.js';
import { workbenchOf } from './workbench-parts.js';

const key = 'sk-ant-canary-9Lm3Tq6Wz1Xc8Vb5Nk2J';
const provider = 'https://api.anthropic.com/';

/** The replies of Anthropic that the tests of `@farebox/chat` have, too. */
const replies: Readonly<
  Record<string, { status: number; headers: Record<string, string>; body: string }>
> = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../../packages/chat/src/fixtures/recorded/anthropic.json'),
    'utf8',
  ),
);

const { site, browser } = await openSite();

/** The live page before a provider that answers with what was recorded of it. */
async function openLive(recorded = 'stream') {
  const asked: Request[] = [];
  const answer = async (route: Route) => {
    asked.push(route.request());
    const { status, headers, body } = replies[recorded] ?? expect.fail('It is not recorded.');
    await route.fulfill({
      status,
      headers: { ...headers, 'access-control-allow-origin': '*' },
      body,
    });
  };
  const watched = await watchPage(browser, `${site.url}live.html#/workbench`, {}, (context) =>
    context.route(`${provider}**`, answer),
  );
  const { page } = watched;
  const parts = workbenchOf(page);
  await parts.budget.fill('0.05');
  await parts.setBudget.click();
  return {
    ...watched,
    ...parts,
    asked,
    answerer: page.getByLabel('Who answers'),
    keyField: page.getByLabel(/^API key of /),
    /** Everything that the page keeps, shows or links to. */
    texts: () =>
      page.evaluate(() => [
        document.documentElement.outerHTML,
        location.href,
        document.cookie,
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        JSON.stringify(history.state),
      ]),
  };
}

test('a key goes to its provider alone, in one header, and stands nowhere else', async () => {
  const live = await openLive();
  const { page, answerer, keyField, run, phases, paper, asked, requests, complaints } = live;
  await answerer.selectOption('Anthropic');
  await expect.poll(() => live.model.inputValue()).toMatch(/^claude-/);
  expect(await run.isDisabled()).toBe(true);
  await keyField.fill(key);
  await run.click();
  await phases('completed');
  expect(await paper.textContent()).toContain('Hello from Claude.');
  expect(asked.map((request) => request.url())).toEqual([`${provider}v1/chat/completions`]);
  const headers = await asked[0]?.allHeaders();
  expect(headers).toMatchObject({
    authorization: `Bearer ${key}`,
    'anthropic-dangerous-direct-browser-access': 'true',
  });
  expect(Object.entries(headers ?? {}).filter(([, value]) => value.includes(key))).toHaveLength(1);
  expect(headers).not.toHaveProperty('referer');
  expect(asked[0]?.postData()).not.toContain(key);
  expect(foreign(requests, site.url)).toEqual([`${provider}v1/chat/completions`]);
  await live.copyLink.click();
  for (const form of ['TypeScript', 'Command', 'curl']) {
    await live.codeForm(form).click();
    expect(await live.code.textContent()).not.toContain(key);
    for (const text of await live.texts()) expect(text).not.toContain(key);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a key is gone after a reload, and when somebody else is to answer', async () => {
  const { page, answerer, keyField, run } = await openLive();
  await answerer.selectOption('Anthropic');
  await keyField.fill(key);
  expect(await run.isEnabled()).toBe(true);
  await answerer.selectOption('OpenAI');
  expect(await keyField.inputValue()).toBe('');
  expect(await run.isDisabled()).toBe(true);
  await answerer.selectOption('Anthropic');
  expect(await keyField.inputValue()).toBe('');
  await keyField.fill(key);
  await page.reload();
  expect(await answerer.inputValue()).toBe('simulator');
  await answerer.selectOption('Anthropic');
  expect(await keyField.inputValue()).toBe('');
  await page.context().close();
});

test('a key that is refused is an error with its fix, and without the key', async () => {
  const { page, answerer, keyField, run, phases, alert, texts } = await openLive('badKey');
  await answerer.selectOption('Anthropic');
  await keyField.fill(key);
  await run.click();
  await phases('failed');
  expect(await alert.textContent()).toMatch(/AuthenticationError.*Fix/);
  for (const text of await texts()) expect(text).not.toContain(key);
  await page.context().close();
});

test('a key that no header can carry is noticed before anything is sent', async () => {
  const { page, answerer, keyField, run, asked } = await openLive();
  await answerer.selectOption('Anthropic');
  await keyField.fill(`${key.slice(0, 12)} ${key.slice(12)}`);
  await page.getByText('copy it again').first().waitFor();
  expect(await run.isDisabled()).toBe(true);
  expect(asked).toEqual([]);
  await page.context().close();
});

test('who answers and the key are for every reader, at any width', async () => {
  const { page, answerer, keyField } = await openLive();
  await answerer.selectOption('Anthropic');
  await keyField.waitFor();
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await seriousOf(page)).toEqual([]);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
  }
  await page.context().close();
});

test('a server of this machine is asked without a key', async () => {
  const { page, answerer, keyField, run } = await openLive();
  await answerer.selectOption('Ollama');
  expect(await keyField.count()).toBe(0);
  // What it has installed, nobody knows but the reader.
  await page.getByLabel('Model', { exact: true }).fill('llama3.2');
  await expect.poll(() => run.isEnabled()).toBe(true);
  await page.context().close();
});

/** Whether a script in the page gets a request out. */
const reaches = `async (url) => {
  let isBlocked = false;
  addEventListener('securitypolicyviolation', () => { isBlocked = true; });
  await fetch(url).catch(() => {});
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return !isBlocked;
}`;

test.each([
  ['index.html', provider, false],
  ['index.html', 'https://api.openai.com/v1/models', false],
  ['index.html', './icon.svg', false],
  ['live.html', provider, true],
  ['live.html', './icon.svg', true],
  ['live.html', 'https://api.openai.com.evil.example/', false],
  ['live.html', 'https://evil.example/', false],
  ['live.html', 'http://127.0.0.1:9/', false],
])('the policy of %s: a request to %s leaves is %s', async (document, url, leaves) => {
  const { page, requests } = await watchPage(browser, site.url + document, {}, (context) =>
    context.route(/^https:/, (route) => route.fulfill({ status: 204 })),
  );
  await page.locator('main h1').waitFor();
  expect(await page.evaluate(`(${reaches})(${JSON.stringify(url)})`)).toBe(leaves);
  if (!leaves) expect(foreign(requests, site.url)).toEqual([]);
  await page.context().close();
});
