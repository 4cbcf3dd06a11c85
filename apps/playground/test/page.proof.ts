import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type WatchedPage, watchPage } from './browser.js';
import { type BuiltPage, openBuiltPage } from './built-page.js';
import { partsOf } from './page-parts.js';

const screenshots = join(import.meta.dirname, '../screenshots');
let site: BuiltPage;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await openBrowser();
  site = await openBuiltPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = (options = {}, route = '#/workbench') => watchPage(browser, site.url + route, options);

/** Nothing went wrong, nothing left the page's own folder, and the page takes its leave. */
async function leave({ page, complaints, requests }: WatchedPage): Promise<void> {
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:'))).toEqual(
    [],
  );
  await page.context().close();
}

async function picture({ page }: WatchedPage, name: string): Promise<void> {
  // A receipt that is still being printed is no picture.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({ path });
  console.log(`screenshot: ${relative(join(import.meta.dirname, '../../..'), path)}`);
}

test('an answer streams while its cost is estimated, and ends with an exact receipt', async () => {
  const watched = await open();
  const { ask, answer, display, ticket, meter, phase } = partsOf(watched.page);
  const height = () => answer.evaluate((element) => element.getBoundingClientRect().height);
  const heightBefore = await height();
  await ask.click();
  await phase('streaming');
  const lengths = new Set<number>();
  await expect
    .poll(async () => lengths.add((await answer.textContent())?.length ?? 0).size)
    .toBeGreaterThan(3);
  expect(await display.textContent()).toMatch(/estimated≈ \$0\.0000\d+≈ \d+ in · ≈ \d+ out/);
  expect(await height()).toBe(heightBefore);
  await phase('completed');
  expect(await display.textContent()).toMatch(/exact\$0\.0000\d+\d+ in · \d+ out/);
  const [tokensIn = 0, tokensOut = 0] = (
    await ticket.locator('tbody td:nth-child(2)').allTextContents()
  ).map(Number);
  const exact = (tokensIn * 150_000 + tokensOut * 600_000) / 1e12;
  const total = await ticket.locator('tfoot td').last().textContent();
  expect(Number(total?.slice(1))).toBeCloseTo(exact, 12);
  expect(await meter.textContent()).toBe(`${total} spent of $0.0005`);
  expect(await height()).toBe(heightBefore);
  await leave(watched);
});

test('the budget fills, then refuses a call before it leaves, and lets it through once raised', async () => {
  const watched = await open();
  const { ask, alert, answer, budget, setBudget, empty, meter, phase, ticket } = partsOf(
    watched.page,
  );
  const ended = watched.page.locator(
    '.answer-paper:is([data-phase="completed"],[data-phase="refused"])',
  );
  let answers = 0;
  for (; answers < 20; answers++) {
    await ask.click();
    await ended.waitFor();
    if ((await answer.getAttribute('data-phase')) === 'refused') break;
  }
  expect(answers).toBeGreaterThan(1);
  expect(answers).toBeLessThan(20);
  expect(await alert.textContent()).toMatch(/BudgetExceededError.*Fix.*Requests sent: 0/);
  const spent = await meter.textContent();
  await ask.click();
  await phase('refused');
  expect(await meter.textContent()).toBe(spent);
  await budget.fill('a lot');
  expect(await setBudget.isDisabled()).toBe(true);
  await budget.fill('0.002');
  await setBudget.click();
  await ask.click();
  await phase('completed');
  expect(await ticket.textContent()).toContain('exact');
  await empty.click();
  expect(await meter.textContent()).toBe('$0.00 spent of $0.002');
  await leave(watched);
});

test('a stop ends the stream, and charges the most it can have cost', async () => {
  const watched = await open();
  const { ask, stop, ticket, phase } = partsOf(watched.page);
  await ask.click();
  await phase('streaming');
  await stop.click();
  await phase('stopped');
  expect(await ticket.textContent()).toContain('the most it can have been');
  await leave(watched);
});

test('personas, models and the keyboard do what they say', async () => {
  const watched = await open();
  const { persona, system, prompt, model, answer, phase } = partsOf(watched.page);
  await persona.selectOption('Debugger');
  expect(await system.inputValue()).toContain('debugger');
  await model.selectOption('gpt-4.1-nano');
  await prompt.press('Control+Enter');
  await phase('completed');
  expect(await answer.locator('pre code').count()).toBeGreaterThan(0);
  await leave(watched);
});

test('Run runs the first call against the simulator, and Ctrl-Enter what became of it', async () => {
  const watched = await open({ viewport: { width: 1280, height: 1300 } }, '');
  const { run, output, editor, cellEnded } = partsOf(watched.page);
  await editor.waitFor();
  await run.click();
  await cellEnded();
  expect(await output.textContent()).toMatch(
    /Done in .*API.*It cost 0\.0000\d+ dollars\..*totalTokens/s,
  );
  await picture(watched, 'run');
  await editor.press('Control+A');
  await watched.page.keyboard.insertText(
    "import { backoffDelays } from '@farebox/core';\nconst n: number = 4;\nbackoffDelays(n)",
  );
  await editor.press('Control+Enter');
  await expect.poll(() => output.textContent()).toContain('[1, 2, 4, 8]');
  await leave(watched);
});

test('the first load, editor and all, is at most 300 KB of gzip', async () => {
  site.asked.length = 0;
  const watched = await open({}, '');
  await partsOf(watched.page).editor.waitFor();
  const files = new Set(
    site.asked.map((path) => path.slice('/some/where/'.length) || 'index.html'),
  );
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(site.folder, file))).length,
    0,
  );
  console.log(`first load: ${[...files].length} files, ${(bytes / 1000).toFixed(0)} KB of gzip`);
  expect(bytes).toBeLessThanOrEqual(300_000);
  await leave(watched);
});

test.each([
  ['desk', 1280, 800],
  ['phone', 360, 740],
] as const)(
  'on a %s of %d pixels nothing is wider than the screen, light and dark',
  async (name, width, height) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const watched = await open({ viewport: { width, height }, colorScheme });
      const { ask, phase } = partsOf(watched.page);
      await ask.click();
      await phase('completed');
      const tooWide = await watched.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide).toBe(0);
      await picture(watched, `${name}-${colorScheme}`);
      await leave(watched);
    }
  },
);
