import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreign, openBrowser, watchPage } from './browser.js';
import { openPlayed, type Played } from './played.js';
import { workbenchOf } from './workbench-parts.js';

const key = 'sk-canary-5Zt8wQy2Hd7RkM4xPf9L';
let played: Played;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  played = await openPlayed(key, {
    seed: 1,
    pace: { firstTokenMs: 50, tokensPerSecond: 60 },
    answers: [() => 'Recursion is a function that calls itself. '.repeat(20)],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await played?.close();
});

/** The page as the command opens it, and everything that it is sent. */
async function openGranted(address = played.address) {
  const bodies: Promise<string>[] = [];
  const hear = (context: BrowserContext) =>
    context.on('response', (response) => {
      bodies.push(response.text().catch(() => ''));
    });
  const watched = await watchPage(browser, address, {}, hear);
  const { page, complaints, requests } = watched;
  return {
    ...watched,
    ...workbenchOf(page),
    answerer: page.getByLabel('Who answers'),
    leave: async () => {
      expect(complaints).toEqual([]);
      expect(foreign(requests, `${played.origin}/`)).toEqual([]);
      for (const text of [await page.content(), ...(await Promise.all(bodies)), ...requests]) {
        expect(text).not.toContain(key);
      }
      await page.context().close();
    },
  };
}

const receipts = async (): Promise<readonly Record<string, unknown>[]> =>
  JSON.parse(await played.farebox('logs', '--json')).receipts;

test('the page takes its token out of the address, and asks through the command with its key', async () => {
  const { page, answerer, model, run, phases, ticket, paper, leave } = await openGranted();
  await page.locator('main h1').waitFor();
  expect(page.url()).toBe(`${played.origin}/live.html#/workbench`);
  expect(await page.content()).not.toContain(played.token);
  expect(await answerer.locator('option:checked').textContent()).toBe(
    'OpenAI, through farebox play',
  );
  expect(
    await model
      .locator('option')
      .evaluateAll((all) => all.map((each) => each.textContent?.split(' ')[0])),
  ).toEqual(['gpt-4o-mini', 'gpt-4.1-nano']);
  await model.selectOption('gpt-4.1-nano');
  await run.click();
  await phases('completed');
  expect(await paper.textContent()).toContain('Recursion is a function');
  const [asked] = played.provider.books.requests;
  expect(asked).toMatchObject({ status: 200, model: 'gpt-4.1-nano-2025-04-14' });
  const [receipt] = await receipts();
  expect(receipt).toMatchObject({ outcome: 'completed', resolution: 'settled' });
  expect(await ticket.locator('tfoot td').last().textContent()).toBe(`$${receipt?.costUsd}`);
  await leave();
});

test('a reload keeps the grant of this tab; another tab has none', async () => {
  const { page, answerer, leave } = await openGranted();
  await page.reload();
  await expect.poll(() => answerer.inputValue()).toBe('play');
  await leave();
  const other = await openGranted(`${played.origin}/live.html#/workbench`);
  await expect.poll(() => other.answerer.inputValue()).toBe('simulator');
  expect(await other.answerer.locator('option').allTextContents()).not.toContain(
    'OpenAI, through farebox play',
  );
  await other.leave();
});

test('a stop in the page ends the call at the provider, and the command settles it', async () => {
  const { run, stop, phases, leave } = await openGranted();
  await run.click();
  await phases('streaming');
  await stop.click();
  await phases('stopped');
  await expect.poll(() => played.provider.books.requests.at(-1)?.ended).toBe('disconnected');
  await expect
    .poll(async () => (await receipts()).map(({ outcome }) => outcome))
    .toContain('aborted');
  await leave();
});

test('a budget of the command refuses in the page as it does there, before anyone is asked', async () => {
  await played.farebox('budget', 'set', '0.00001', '--per', 'call');
  const before = played.provider.books.requests.length;
  const { run, phases, alert, complaints, page } = await openGranted();
  await run.click();
  await phases('failed', 'refused');
  expect(await alert.textContent()).toMatch(/BudgetExceededError|budget.*Fix/);
  expect(played.provider.books.requests.length).toBe(before);
  // The browser itself writes of a reply of 402.
  expect(complaints).toEqual([expect.stringContaining('402')]);
  await page.context().close();
});

test('lessons of the page that is served this way still run on the simulator', async () => {
  const before = played.provider.books.requests.length;
  const { page, leave } = await openGranted(`${played.origin}/live.html#/lessons/first-call`);
  const cell = page.locator('.cell').first();
  await cell.getByRole('button', { name: /^Run/ }).click();
  await cell.locator('.cell-state[data-phase="done"]').waitFor();
  expect(played.provider.books.requests.length).toBe(before);
  await leave();
});

test('the command never says its key', () => {
  expect(played.said()).toContain('127.0.0.1');
  expect(played.said()).not.toContain(key);
});
