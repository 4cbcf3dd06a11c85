import { readFileSync } from 'node:fs';
import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { expect, test } from 'vitest';
import { wholeAnswer } from '../src/faults/answer.js';
import { virtualRun } from '../src/faults/fixtures/virtual-run.js';
import { readySimulator } from '../src/simulator/ready-simulator.js';
import { stepText } from '../src/timeline/step-text.js';
import { type Lane, timelineLanes } from '../src/timeline/timeline-lanes.js';
import { type WatchedPage, watchPage } from './browser.js';
import { faultParts } from './fault-parts.js';
import { openSite } from './open-site.js';
import { seriousOf } from './serious-of.js';
import { wireParts } from './wire-parts.js';

const { site, browser } = await openSite();
await readySimulator();

/** Opens the page of faults and runs one to its end. */
async function played(name: string, options = {}): Promise<WatchedPage> {
  const watched = await watchPage(browser, `${site.url}#/faults`, options);
  await playOn(watched, name);
  return watched;
}
async function playOn({ page }: WatchedPage, name: string): Promise<void> {
  const parts = faultParts(page);
  await parts.choose(rowOf(name), name);
  await parts.run.click();
  await parts.ended();
}
async function leave({ page, complaints }: WatchedPage): Promise<void> {
  expect(complaints).toEqual([]);
  await page.context().close();
}

function rowOf(name: string): number {
  return faultTable.find(({ cases }) => cases.some((one) => one.name === name))?.number ?? 0;
}
function caseOf(name: string): FaultCase {
  const found = faultTable.flatMap(({ cases }) => cases).find((one) => one.name === name);
  if (found === undefined) throw new Error(`The table has no case ${name}.`);
  return found;
}

const faults = [
  'server-error-then-ok',
  'rate-limit-then-ok',
  'retry-after-90',
  'quota-insufficient-quota',
  'refused',
  'silent-then-ok',
  'stall',
  'cut',
  'cut-json',
  'error-event',
  'html',
  'abort-in-wait',
  'leave',
];

/** The parts that the bar of an attempt must have. */
function partsOf({ headersAtMs, firstTokenAtMs, endedAtMs, wait }: Lane): string[] {
  return [
    'opening',
    ...(headersAtMs === undefined ? [] : ['thinking']),
    ...(firstTokenAtMs === undefined ? [] : ['answer']),
    ...(endedAtMs === undefined ? [] : ['end']),
    ...(wait === undefined ? [] : [wait.asked ? 'asked' : 'backoff']),
  ];
}

test(`${faults.length} faults: the timeline on screen is the run of a test, step by step`, async () => {
  const watched = await watchPage(browser, `${site.url}#/faults`);
  const { lines, bars } = wireParts(watched.page);
  const seen = new Set<string>();
  for (const name of faults) {
    await playOn(watched, name);
    const { record } = await virtualRun(caseOf(name));
    const expected = record.steps.map((step) => {
      const { what, why } = stepText(step);
      return why === undefined ? what : `${what} / ${why}`;
    });
    expect([name, ...(await lines())]).toEqual([name, ...expected]);
    expect([name, await bars()]).toEqual([name, timelineLanes(record).map(partsOf)]);
    for (const { type } of record.steps) seen.add(type);
  }
  // Each kind of step was among them, but for those that a client without a fallback never makes.
  expect([...seen].toSorted()).toEqual(
    ['acted', 'attempt', 'ended', 'first-token', 'headers', 'settled', 'wait'].toSorted(),
  );
  await leave(watched);
}, 120_000);

test('no wait on screen is shorter than it says', async () => {
  const watched = await played('server-error-then-ok');
  const at = async (type: string, which: number) => {
    const time = watched.page.locator(`.timeline-list li[data-type="${type}"] time`).nth(which);
    return Number.parseFloat((await time.textContent()) ?? '');
  };
  const wait = await watched.page.locator('.timeline-list li[data-type="wait"]').textContent();
  const told = Number(/Waits ([\d.]+) s/.exec(wait ?? '')?.[1]);
  expect(told).toBeGreaterThan(0);
  // Hundredths of a second, each rounded.
  expect((await at('attempt', 1)) - (await at('wait', 0))).toBeGreaterThanOrEqual(told - 0.02);
  await leave(watched);
});

test('the keyboard goes through a reply: at each byte the message is what the library had', async () => {
  const watched = await played('server-error-then-ok', { viewport: { width: 1280, height: 1500 } });
  const { page } = watched;
  const { slider, event, message, endsHere, now, reply, bytes } = wireParts(page);
  await expect.poll(() => message.locator('pre').textContent()).toBe(wholeAnswer);
  await expect.poll(() => endsHere.textContent()).toBe('a complete answer');
  await expect.poll(() => event.textContent()).toContain('[DONE]');

  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => message.textContent()).toContain('Nothing yet');
  await expect.poll(() => endsHere.textContent()).toContain('The reply is empty');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/event 2 of \d+$/);
  await expect.poll(() => message.locator('pre').textContent()).toBe('An');
  await expect.poll(() => now.textContent()).toContain('"content":"An"');
  // With Shift it is one byte: the event is no longer whole, and neither is its text.
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => message.textContent()).toContain('Nothing yet');
  await expect.poll(() => now.textContent()).toContain('"content":"An"');

  await reply('Attempt 1: 500').check({ force: true });
  await expect.poll(() => bytes.textContent()).toContain('The server had an error');
  await expect.poll(() => event.textContent()).toContain('One JSON document');
  await leave(watched);
});

test('what is no chunk is shown as what it is', async () => {
  const watched = await played('malformed-chunk', { viewport: { width: 1280, height: 1500 } });
  const { page } = watched;
  const { bytes, endsHere, event } = wireParts(page);
  await expect.poll(() => bytes.getByText('refused').count()).toBe(1);
  expect(await endsHere.textContent()).toMatch(/^(Protocol|StreamTruncated)Error/);

  await playOn(watched, 'html');
  expect(await event.textContent()).toContain('A page of HTML');
  expect(await bytes.locator('code').first().textContent()).toContain('<html');
  expect(await page.locator('.wire-message').count()).toBe(0);

  await playOn(watched, 'split-bytes');
  await expect.poll(() => bytes.locator('.wire-line b').count()).toBeGreaterThan(3);
  expect(await bytes.locator('.wire-cut').count()).toBeGreaterThan(3);

  await playOn(watched, 'refused');
  expect(await page.locator('.wire-view').textContent()).toContain('there was no connection');
  await leave(watched);
}, 60_000);

test('receipts are saved as files, made in the page', async () => {
  const watched = await played('server-error-then-ok');
  const { page } = watched;
  const saved = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const csv = await saved('Save as CSV');
  expect(csv.name).toBe('farebox-receipts.csv');
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(3);
  const { receipts, total } = JSON.parse((await saved('Save as JSON')).text);
  expect(receipts).toHaveLength(2);
  const shown = await page.locator('.receipt-total').textContent();
  expect(shown).toBe(`$${total.costUsd}`);
  await leave(watched);
});

test.each([360, 1440])(
  'at %d pixels a run is whole for every reader, light and dark',
  async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const watched = await played('rate-limit-then-ok', {
        colorScheme,
        viewport: { width, height: 900 },
      });
      const { page } = watched;
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
      expect(await seriousOf(page)).toEqual([]);
      await leave(watched);
    }
  },
);
