import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type WatchedPage, watchPage } from './browser.js';
import { leavePage } from './leave-page.js';
import { openSite } from './open-site.js';
import { seriousOf } from './serious-of.js';
import { wireParts } from './wire-parts.js';
import { workbenchOf } from './workbench-parts.js';

const { site, browser } = await openSite();

const open = (options = {}) => watchPage(browser, `${site.url}#/workbench`, options);
const leave = (watched: WatchedPage) => leavePage(watched, site.url);

/** The panel of what really happened, and the dial of faults, found as a reader finds them. */
function partsOf(page: Page) {
  const panel = page.getByRole('region', { name: 'What really happened' });
  const dial = page.locator('.fault-dial');
  return {
    panel,
    view: (name: string) => panel.getByRole('radio', { name }).check({ force: true }),
    async choose(words: string, shape: string) {
      await dial.locator('summary').click();
      await dial.getByLabel('Find a fault').fill(words);
      await dial.getByRole('radio').first().check({ force: true });
      await dial.getByLabel('Shape of the fault').selectOption(shape);
      await dial.locator('summary').click();
    },
  };
}

test('a fault of the dial is what happens to the run, and no fault is none', async () => {
  const watched = await open();
  const { page } = watched;
  const { run, phases, empty } = workbenchOf(page);
  const { choose } = partsOf(page);
  await choose('garbage', 'server-error-then-ok');
  await run.click();
  await phases('completed');
  const words = (await wireParts(page).lines()).map((line) =>
    line.replace(/ \/ .*| [\d.]+ s/g, ''),
  );
  expect(words).toEqual([
    'Attempt 1 leaves',
    'Headers: 500, application/json',
    'Attempt 1 ends: server',
    'Waits, then sends again',
    'Attempt 2 leaves',
    'Headers: 200, text/event-stream',
    'The answer begins',
    'Attempt 2 ends: completed',
    'The call is complete',
  ]);
  await page.locator('.fault-dial summary').click();
  await page.getByRole('button', { name: 'No fault' }).click();
  // What the failed attempt may have cost is spent, and there is no room for another run.
  await empty.click();
  await run.click();
  await expect.poll(async () => (await wireParts(page).bars()).length, { timeout: 10_000 }).toBe(1);
  await phases('completed');
  await leave(watched);
});

test('cost, bytes and receipts are those of the run; the chart loads when it is looked at', async () => {
  const watched = await open({ viewport: { width: 1440, height: 1200 } });
  const { page } = watched;
  const { run, phases, meter } = workbenchOf(page);
  const { panel, view } = partsOf(page);
  site.asked.length = 0;
  const hasChart = () =>
    site.asked
      .map((path) => path.slice('/some/where/'.length))
      .filter((file) => file.endsWith('.js'))
      .filter((file) => readFileSync(join(site.folder, file), 'utf8').includes('u-over'));
  await run.click();
  await phases('completed');
  const answer = (await page.locator('.answer-paper').textContent()) ?? '';

  await view('On the wire');
  const { message } = wireParts(page);
  await expect.poll(() => message.textContent()).toContain('a complete answer');
  const [word = ''] = ((await message.locator('pre').textContent()) ?? '').split(/\s/);
  expect(answer).toContain(word);
  expect(hasChart()).toEqual([]);

  await view('Cost over time');
  await panel.locator('canvas').waitFor();
  expect(hasChart()).toHaveLength(1);
  const [spent] = ((await meter.textContent()) ?? '').split(' ');
  await expect
    .poll(() => panel.locator('.cost-chart li').textContent())
    .toContain(`${spent}, exact`);

  await view('Receipts');
  expect(await panel.locator('.receipt-total').textContent()).toBe(spent);
  await leave(watched);
});

test.each([360, 1440])(
  'at %d pixels every view is whole for every reader, light and dark',
  async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const watched = await open({ colorScheme, viewport: { width, height: 900 } });
      const { page } = watched;
      const { run, phases } = workbenchOf(page);
      const { view, panel } = partsOf(page);
      await page.locator('.fault-dial summary').click();
      await run.click();
      await phases('completed');
      for (const name of ['What happened', 'On the wire', 'Cost over time', 'Receipts']) {
        await view(name);
        await panel.getByText('Loading').waitFor({ state: 'detached' });
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([name, tooWide]).toEqual([name, 0]);
        expect([name, await seriousOf(page, '.inspect-panel')]).toEqual([name, []]);
      }
      await leave(watched);
    }
  },
);
