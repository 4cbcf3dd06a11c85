import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { watchPage } from './browser.js';
import { openSite } from './open-site.js';

const { site, browser } = await openSite();

/** All that is fetched before the reader does something, however often the page asks for it, as a host sends it. */
async function firstLoad(route: string): Promise<number> {
  site.asked.length = 0;
  const { page } = await watchPage(browser, site.url + route);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  await page.context().close();
  const below = new URL(site.url).pathname.length;
  const files = new Set(site.asked.map((path) => path.slice(below) || 'index.html'));
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(site.folder, file))).length,
    0,
  );
}

test.each([
  '#/',
  '#/lessons/first-call',
  '#/lessons/budget-ceiling',
  '#/lessons/exercises',
  '#/workbench',
  'live.html#/workbench',
  '#/faults',
])('the first load of %s, with all that it shows, is at most 300 KB of gzip', async (route) => {
  const bytes = await firstLoad(route);
  console.log(`first load of ${route}: ${(bytes / 1000).toFixed(0)} KB of gzip`);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(300_000);
});
