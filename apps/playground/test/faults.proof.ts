import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type FaultCase, type FaultRow, faultTable } from '@farebox/simulator/fault-table';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type WatchedPage, watchPage } from './browser.js';
import { faultParts } from './fault-parts.js';
import { leavePage } from './leave-page.js';
import { openSite } from './open-site.js';

const screenshots = join(import.meta.dirname, '../screenshots');
const { site, browser } = await openSite();
mkdirSync(screenshots, { recursive: true });

const open = (options = {}, route = '#/faults') => watchPage(browser, site.url + route, options);

const leave = (watched: WatchedPage) => leavePage(watched, site.url);

async function picture(page: Page, name: string): Promise<void> {
  const path = join(screenshots, `${name}.png`);
  await page.locator('.faults-panel').screenshot({ path });
  console.log(`screenshot: ${relative(join(import.meta.dirname, '../../..'), path)}`);
}

function caseCalled(name: string): { readonly row: FaultRow; readonly faultCase: FaultCase } {
  for (const row of faultTable) {
    const faultCase = row.cases.find((one) => one.name === name);
    if (faultCase !== undefined) return { row, faultCase };
  }
  throw new Error(`The table has no case ${name}.`);
}

/** Some of every level, and of every way to end. */
const played = [
  'server-error-then-ok',
  'rate-limit-then-ok',
  'quota-insufficient-quota',
  'unauthorized',
  'retry-after-90',
  'html',
  'silent-then-ok',
  'stall',
  'cut',
  'cut-json',
  'error-event',
  'no-usage',
  'open-after-done',
  'reset',
  'refused',
  'tls-expired',
  'not-http',
  'gzip',
  'redirect-elsewhere',
  'malformed-chunk',
  'usage-huge',
  'tool-index-huge',
  'split-tool-arguments',
  'control-characters',
  'abort-in-content',
  'abort-in-wait',
  'leave',
  'never-read',
  'clock-jumps',
];

test(`${played.length} faults, played in the page, end as the table says`, async () => {
  const watched = await open({ viewport: { width: 1280, height: 1500 } });
  const parts = faultParts(watched.page);
  const seen = new Set<string>();
  for (const name of played) {
    const { row, faultCase } = caseCalled(name);
    const { expected } = faultCase;
    await parts.choose(row.number, name);
    await parts.run.click();
    await parts.ended();
    const claims = await parts.claims();
    expect([name, claims['Ends as']]).toEqual([name, expected.kind]);
    expect([name, claims.Attempts]).toEqual([name, `${expected.attempts}`]);
    expect([name, claims['Exit code']]).toEqual([name, `${expected.exit}`]);
    expect([name, claims.Code]).toEqual([name, expected.code]);
    expect([name, await parts.verdict()]).toEqual([name, 'The run agrees with the table.']);
    expect(await parts.receipts.count()).toBe(expected.attempts);
    const failed = !['completed', 'abandoned'].includes(expected.kind);
    expect([name, await parts.error.count()]).toEqual([name, failed ? 1 : 0]);
    if (failed) expect(await parts.error.textContent()).toContain(expected.kind);
    seen.add(expected.kind);
  }
  expect(seen.size).toBeGreaterThan(8);
  await leave(watched);
}, 240_000);

test('the table and what shows it load when they are opened, and not before', async () => {
  site.asked.length = 0;
  const watched = await open({}, '');
  const { link, choices } = faultParts(watched.page);
  const loaded = () => new Set(site.asked.map((path) => path.slice('/some/where/'.length)));
  const hasTable = (file: string) =>
    readFileSync(join(site.folder, file || 'index.html'), 'utf8').includes(
      'The connection is refused',
    );
  await link.waitFor();
  await watched.page.waitForLoadState('networkidle');
  expect([...loaded()].filter(hasTable)).toEqual([]);
  await link.click();
  await choices.first().waitFor();
  expect([...loaded()].filter(hasTable)).toHaveLength(1);
  expect(await choices.count()).toBe(faultTable.length);
  await leave(watched);
});

test('the keyboard opens, finds, chooses, runs and stops', async () => {
  const watched = await open({}, '');
  const { page } = watched;
  const parts = faultParts(page);
  await parts.link.focus();
  await page.keyboard.press('Enter');
  await parts.find.focus();
  await page.keyboard.type('stalls');
  await expect.poll(() => parts.choices.count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await parts.title.textContent()).toContain('The stream stalls in the middle');
  await parts.run.focus();
  await page.keyboard.press('Enter');
  await parts.stop.focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => parts.timeline.textContent(), { timeout: 10_000 })
    .toContain('You stop the run');
  expect(await parts.verdict()).toBe('');
  await leave(watched);
});

test('the arrow keys go from fault to fault', async () => {
  const watched = await open();
  const { page } = watched;
  const parts = faultParts(page);
  await parts.choose(13, 'stall');
  await page.getByRole('radio', { name: /^13 / }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await parts.title.textContent()).toMatch(/^\s*17\s/);
  await leave(watched);
});

test.each([
  ['desk', 1280, 1100, 'stall'],
  ['tablet', 900, 1100, 'server-error'],
  ['phone', 360, 740, 'rate-limit-then-ok'],
] as const)(
  'on a %s of %d pixels nothing is wider than the screen',
  async (name, width, height, played) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const watched = await open({ viewport: { width, height }, colorScheme });
      const { page } = watched;
      const parts = faultParts(page);
      await parts.choose(caseCalled(played).row.number, played);
      await parts.run.click();
      await parts.ended();
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide).toBe(0);
      await picture(page, `faults-${name}-${colorScheme}`);
      await leave(watched);
    }
  },
);
