import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { type WatchedPage, watchPage } from './browser.js';
import { leavePage } from './leave-page.js';
import { openSite } from './open-site.js';
import { workbenchOf } from './workbench-parts.js';

const screenshots = join(import.meta.dirname, '../screenshots');
const { site, browser } = await openSite();
mkdirSync(screenshots, { recursive: true });

const open = (options = {}, route = '#/workbench') => watchPage(browser, site.url + route, options);

const leave = (watched: WatchedPage) => leavePage(watched, site.url);

async function picture({ page }: WatchedPage, name: string): Promise<void> {
  // A receipt that is still being printed is no picture.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({ path });
  console.log(`screenshot: ${relative(join(import.meta.dirname, '../../..'), path)}`);
}

test('an answer streams while its cost is estimated, and ends with an exact receipt', async () => {
  const watched = await open();
  const { run, paper, display, ticket, meter, phases } = workbenchOf(watched.page);
  const height = () => paper.evaluate((element) => element.getBoundingClientRect().height);
  const heightBefore = await height();
  await run.click();
  await phases('streaming');
  const lengths = new Set<number>();
  await expect
    .poll(async () => lengths.add((await paper.textContent())?.length ?? 0).size)
    .toBeGreaterThan(3);
  expect(await display.textContent()).toMatch(/estimated≈ \$0\.0000\d+≈ \d+ in · ≈ \d+ out/);
  expect(await height()).toBe(heightBefore);
  await phases('completed');
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
  const parts = workbenchOf(watched.page);
  const { run, alert, paper, budget, setBudget, empty, meter, phases, ticket } = parts;
  let answers = 0;
  for (; answers < 20; answers++) {
    await run.click();
    await phases('completed', 'refused');
    if ((await paper.getAttribute('data-phase')) === 'refused') break;
  }
  expect(answers).toBeGreaterThan(1);
  expect(answers).toBeLessThan(20);
  expect(await alert.textContent()).toMatch(/BudgetExceededError.*Fix.*Requests sent: 0/);
  const spent = await meter.textContent();
  await run.click();
  await phases('refused');
  expect(await meter.textContent()).toBe(spent);
  await budget.fill('a lot');
  expect(await setBudget.isDisabled()).toBe(true);
  await budget.fill('0.002');
  await setBudget.click();
  await run.click();
  await phases('completed');
  expect(await ticket.textContent()).toContain('exact');
  await empty.click();
  expect(await meter.textContent()).toBe('$0.00 spent of $0.002');
  await leave(watched);
});

test('a stop ends the stream, and charges the most it can have cost', async () => {
  const watched = await open();
  const { run, stop, ticket, phases } = workbenchOf(watched.page);
  await run.click();
  await phases('streaming');
  await stop.click();
  await phases('stopped');
  expect(await ticket.textContent()).toContain('the most it can have been');
  await leave(watched);
});

test('personas, models and the keyboard do what they say', async () => {
  const watched = await open();
  const { preset, message, role, model, paper, phases, button } = workbenchOf(watched.page);
  await preset.selectOption('Debugger');
  expect(await message(1).inputValue()).toContain('debugger');
  await model.selectOption('gpt-4.1-nano');
  await message(2).press('Control+Enter');
  await phases('completed');
  expect(await paper.locator('pre code').count()).toBeGreaterThan(0);
  await button('Add a message').press('Enter');
  expect(await role(3).inputValue()).toBe('assistant');
  await message(3).fill('Last');
  await message(3).press('Alt+ArrowUp');
  expect(await message(2).inputValue()).toBe('Last');
  expect(await message(2).evaluate((element) => element === document.activeElement)).toBe(true);
  await button('Remove message 2').press('Enter');
  expect(await message(2).inputValue()).toContain('Why does this fail?');
  await leave(watched);
});

test('runs side by side are run at once under one budget, which lets two of three on', async () => {
  const watched = await open();
  const { preset, run, display, paper, phases, meter, budget, setBudget } = workbenchOf(
    watched.page,
  );
  await preset.selectOption('Three runs, and a budget for two');
  await run.click();
  await phases('completed', 'refused');
  const ended = await paper.evaluateAll((papers) =>
    papers.map((element) => (element as HTMLElement).dataset.phase).sort(),
  );
  expect(ended).toEqual(['completed', 'completed', 'refused']);
  expect(await display.textContent()).toMatch(/3 runs, exact\$0\.000\d+1 of 3 refused/);
  expect(await meter.textContent()).toMatch(/spent of \$0\.0005$/);
  await budget.fill('0.01');
  await setBudget.click();
  await run.click();
  await phases('completed');
  await leave(watched);
});

test('what a column says of its own is what it is asked with, and its code says the same', async () => {
  const watched = await open();
  const { button, run, answer, phases, code, page } = { ...workbenchOf(watched.page), ...watched };
  await button('Compare with another run').click();
  await page.getByLabel('Model of run B').selectOption('gpt-4o');
  await page.getByLabel('Temperature of run B').fill('0.9');
  await page.getByLabel('System message of run B').fill('Answer in one sentence.');
  const { budget, setBudget } = workbenchOf(page);
  await budget.fill('0.02');
  await setBudget.click();
  await run.click();
  await phases('completed');
  expect(await answer('Answer A').textContent()).toContain('gpt-4o-mini at 0.3');
  expect(await answer('Answer B').textContent()).toContain('gpt-4o at 0.9');
  await page.locator('.run-chooser').getByText('B', { exact: true }).click();
  await expect.poll(() => code.textContent()).toMatch(/gpt-4o'.*one sentence.*0\.9/s);
  await leave(watched);
});

test('a typed answer grows as JSON, and ends checked', async () => {
  const watched = await open();
  const { preset, run, paper, phases } = workbenchOf(watched.page);
  await preset.selectOption('A typed answer, as it grows');
  await run.click();
  const texts = new Set<string | null>();
  await expect
    .poll(async () => {
      const [text] = await paper.locator('pre').allTextContents();
      return texts.add(text ?? '').size;
    })
    .toBeGreaterThan(3);
  await phases('completed');
  expect(JSON.parse((await paper.locator('pre').textContent()) ?? '')).toMatchObject({
    name: 'Anna Berg',
    age: 34,
  });
  expect(await paper.textContent()).toContain('Checked: it fits the schema.');
  await leave(watched);
});

test('a function’s call waits for the reader’s result, and the answer goes on from it', async () => {
  const watched = await open();
  const { preset, run, paper, phases, button, message, page } = {
    ...workbenchOf(watched.page),
    ...watched,
  };
  await preset.selectOption('A function that you answer');
  await run.click();
  await phases('completed');
  expect(await paper.textContent()).toContain('get_weather({"city":"Oslo"}) returns');
  await page.getByLabel(/get_weather/).fill('{"celsius": 17}');
  await button('Send the result').click();
  await expect.poll(() => paper.textContent()).toContain('17');
  await phases('completed');
  await button(/^Go on from here/).click();
  expect(await message(3).count()).toBe(1);
  expect(await page.getByLabel(/^Function of call 1/).inputValue()).toBe('get_weather');
  await leave(watched);
});

test('a link has all of the form and opens it elsewhere, without running it; a broken one says so', async () => {
  const first = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const parts = workbenchOf(first.page);
  await parts.preset.selectOption('A function with a ready result');
  await parts.message(2).fill('Is it cold in Bergen? ü 🚌');
  await parts.seed.fill('7');
  await parts.copyLink.click();
  await first.page.getByText('The link is on the clipboard.').waitFor();
  const link = await first.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(first.page.url());
  await leave(first);

  const second = await watchPage(browser, link);
  const { message, seed, code, codeForm, paper } = workbenchOf(second.page);
  await expect.poll(() => message(2).inputValue()).toBe('Is it cold in Bergen? ü 🚌');
  expect(await seed.inputValue()).toBe('7');
  await codeForm('curl').click();
  await expect.poll(() => code.textContent()).toContain('"get_weather"');
  expect(await paper.getAttribute('data-phase')).toBe('idle');
  await leave(second);

  const third = await watchPage(browser, `${link.slice(0, -40)}`);
  expect(await workbenchOf(third.page).alert.textContent()).toContain('was cut or changed');
  await leave(third);
});

test.each([
  ['desk', 1440, 900],
  ['tablet', 768, 1000],
  ['phone', 360, 740],
] as const)(
  'on a %s of %d pixels nothing is wider than the screen, alone and four side by side, light and dark',
  async (name, width, height) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const watched = await open({ viewport: { width, height }, colorScheme });
      const { preset, run, phases } = workbenchOf(watched.page);
      for (const [choice, count] of [
        ['Tutor', 'one'],
        ['One question at four temperatures', 'four'],
      ] as const) {
        await preset.selectOption(choice);
        await run.click();
        await phases('completed');
        const tooWide = await watched.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(tooWide).toBe(0);
        await picture(watched, `workbench-${name}-${colorScheme}-${count}`);
      }
      await leave(watched);
    }
  },
);
