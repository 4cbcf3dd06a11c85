import { mkdirSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { foreign, watchPage } from './browser.js';
import { openSite } from './open-site.js';
import { seriousOf } from './serious-of.js';

const folder = join(import.meta.dirname, '../screenshots');
const lessons = readdirSync(join(import.meta.dirname, '../src/lessons/content'))
  .map((file) => file.replace(/^\d+-(.*)\.md$/, '$1'))
  .map((slug) => `#/lessons/${slug}`);
const inside = ['#/', ...lessons, '#/workbench', '#/faults'];
const routes = [...inside, '#/no-such-page', 'live.html#/workbench'];

const { site, browser } = await openSite();
mkdirSync(folder, { recursive: true });

/** What a picture of the page is called. */
function nameOf(route: string): string {
  return route.replace('.html', '').replace(/\W+/g, '-').replace(/^-/, '') || 'contents';
}

/** The page has loaded what it shows, editors and all. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
}

test('axe notices a page that is wrong', async () => {
  const { page } = await watchPage(browser, `${site.url}#/`);
  await settled(page);
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('select'));
  });
  expect(await seriousOf(page)).toEqual([expect.stringMatching(/^select-name/)]);
  await page.context().close();
});

test.each(routes)('%s is whole at every width, light and dark, for every reader', async (route) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints, requests } = await watchPage(browser, site.url + route, {
      colorScheme,
    });
    await settled(page);
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([width, tooWide]).toEqual([width, 0]);
      if (width !== 768) expect(await seriousOf(page)).toEqual([]);
      const name = `${nameOf(route)}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
    }
    expect(complaints).toEqual([]);
    expect(foreign(requests, site.url)).toEqual([]);
    await page.context().close();
  }
  console.log(`screenshots: ${relative(join(import.meta.dirname, '../../..'), folder)}`);
});

test('every page can be reached by its links, and says in its title where one is', async () => {
  const { page, complaints } = await watchPage(browser, site.url);
  await settled(page);
  const titles = new Set<string>();
  for (const route of inside) {
    const link = page.locator(`a[href="${route}"]`).first();
    if ((await link.count()) === 0) await page.goto(`${site.url}#/`);
    await link.click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(route);
    await settled(page);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(inside.length);
  expect(complaints).toEqual([]);
  await page.context().close();
});
