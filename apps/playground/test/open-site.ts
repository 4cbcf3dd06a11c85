import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { openBrowser } from './browser.js';
import { type BuiltPage, openBuiltPage } from './built-page.js';

/** The built page and a browser for the tests of this file, which are closed behind them. */
export async function openSite(): Promise<{ readonly site: BuiltPage; readonly browser: Browser }> {
  const browser = await openBrowser();
  const site = await openBuiltPage();
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return { site, browser };
}
