import { expect } from 'vitest';
import { foreign, type WatchedPage } from './browser.js';

/** Nothing went wrong, nobody outside of the page's own folder was asked, and the page takes its leave. */
export async function leavePage(watched: WatchedPage, siteUrl: string): Promise<void> {
  const { page, complaints, requests } = watched;
  expect(complaints).toEqual([]);
  expect(foreign(requests, siteUrl)).toEqual([]);
  expect(requests).toContain(siteUrl);
  await page.context().close();
}
