import { expect, test } from 'vitest';
import { watchPage } from './browser.js';
import { leavePage } from './leave-page.js';
import { openSite } from './open-site.js';
import { workbenchOf } from './workbench-parts.js';

const { site, browser } = await openSite();

async function open(options = {}, document = '') {
  const watched = await watchPage(browser, `${site.url}${document}#/workbench`, options);
  return {
    ...workbenchOf(watched.page),
    page: watched.page,
    leave: () => leavePage(watched, site.url),
  };
}

test('who shares a form goes on with it: what is typed next and the answer stay', async () => {
  const { page, run, phases, paper, copyLink, message, leave } = await open();
  await run.click();
  await phases('completed');
  await copyLink.click();
  await page.getByText(/^The link is/).waitFor();
  const before = await message(2).inputValue();
  await message(2).press('End');
  await message(2).pressSequentially(' In short.');
  expect(await message(2).inputValue()).toBe(`${before} In short.`);
  expect(await paper.getAttribute('data-phase')).toBe('completed');
  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.goBack();
  expect(await message(2).inputValue()).toBe(`${before} In short.`);
  await page.reload();
  await expect.poll(() => message(2).inputValue()).toBe(before);
  await leave();
});

test('a run that is taken off the form ends, and a new one in its place has no answer', async () => {
  const { page, preset, run, button, ticket, paper, phases, meter, leave } = await open();
  await preset.selectOption('One question, two system messages');
  await run.click();
  await phases('streaming');
  await button('Remove run B').click();
  await ticket.getByText('Got off early').waitFor();
  await phases('completed');
  expect(await meter.textContent()).not.toContain('$0.00 spent');
  await button('Compare with another run').click();
  const shown = await paper.evaluateAll((papers) => papers.map(({ dataset }) => dataset.phase));
  expect(shown).toEqual(['completed', 'idle']);
  expect(await page.locator('.answer-column').nth(1).textContent()).toContain('appears here');
  await leave();
});

test('an attempt that the budget has no room for is no call that never left', async () => {
  const { page, run, alert, budget, display, ticket, phases, leave } = await open();
  await page.locator('.fault-dial summary').click();
  await page.getByLabel('Find a fault').fill('garbage');
  await page
    .getByRole('radiogroup', { name: 'Faults' })
    .getByRole('radio')
    .first()
    .check({ force: true });
  await budget.fill('0.0003');
  await run.click();
  await phases('refused');
  expect(await alert.textContent()).toMatch(/Requests sent: 1. The last one ended as server/);
  expect(await display.textContent()).toMatch(/at most\$0\.0002/);
  expect(await ticket.textContent()).toContain('the most it can have been');
  await leave();
});

test('whoever removes a run or a function by keyboard goes on from its list', async () => {
  const { page, button, leave } = await open();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await button('Compare with another run').press('Enter');
  await button('Remove run B').press('Enter');
  await expect.poll(focused).toBe('Compare with another run');
  await page.locator('summary', { hasText: 'Functions' }).press('Enter');
  await button('Add a function').press('Enter');
  await button('Add a function').press('Enter');
  expect(await page.locator('.run-actions').textContent()).toContain('Sets aside');
  await button('Remove get_weather_2').press('Enter');
  await expect.poll(focused).toBe('Add a function');
  await leave();
});

test('the budget that was typed is the one that holds, set or not', async () => {
  const { run, budget, setBudget, meter, phases, leave } = await open();
  await budget.fill('0.00000001');
  await run.click();
  await phases('refused');
  expect(await meter.textContent()).toBe('$0.00 spent of $0.00000001');
  await budget.fill('0.01');
  await budget.press('Tab');
  expect(await setBudget.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await meter.textContent()).toBe('$0.00 spent of $0.01');
  await leave();
});

test('who looks at another page and comes back finds the form, and what was spent', async () => {
  const { page, run, message, phases, meter, empty, leave } = await open();
  await message(2).fill('Explain recursion');
  await run.click();
  await phases('completed');
  const spent = await meter.textContent();
  expect(spent).toMatch(/^\$0\.0000\d+ spent/);
  await page.getByRole('link', { name: 'Faults' }).click();
  await page.getByRole('link', { name: 'Workbench' }).click();
  expect(await message(2).inputValue()).toBe('Explain recursion');
  await expect.poll(() => meter.textContent()).toBe(spent);
  await empty.click();
  await expect.poll(() => meter.textContent()).toBe('$0.00 spent of $0.0005');
  await leave();
});

test('what the simulator took stands apart from real money', async () => {
  const { page, run, phases, meter, empty, ticket } = await open({}, 'live.html');
  const answerer = page.getByLabel('Who answers');
  await run.click();
  await phases('completed');
  await answerer.selectOption('Anthropic');
  await expect.poll(() => meter.textContent()).toBe('$0.00 spent of $0.0005');
  await expect.poll(() => ticket.count()).toBe(0);
  await answerer.selectOption('The simulator in this page');
  await expect.poll(() => meter.textContent()).toMatch(/^\$0\.0000\d+ spent/);
  await empty.click();
  await expect.poll(() => meter.textContent()).toBe('$0.00 spent of $0.0005');
  await page.context().close();
});

test('a link opens again when it is followed again, and the ones before it on the way back', async () => {
  const { page, message, copyLink, leave } = await open();
  const links: string[] = [];
  for (const text of ['One', 'Two']) {
    await message(2).fill(text);
    await copyLink.click();
    await page.getByText(/^The link is/).waitFor();
    links.push(page.url());
  }
  await page.goto(links[0] as string);
  await expect.poll(() => message(2).inputValue()).toBe('One');
  await message(2).fill('Three');
  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.goto(links[0] as string);
  await expect.poll(() => message(2).inputValue()).toBe('One');
  await page.goto(links[1] as string);
  await expect.poll(() => message(2).inputValue()).toBe('Two');
  await page.goBack();
  await expect.poll(() => message(2).inputValue()).toBe('One');
  await leave();
});

test('beside the parameters, a system message of a run’s own has room to be read', async () => {
  const { page, button, leave } = await open({ viewport: { width: 1200, height: 900 } });
  await button('Compare with another run').click();
  const box = await page.getByLabel('System message of run B').boundingBox();
  expect(box?.width).toBeGreaterThan(200);
  await leave();
});

test('where the system chooses the colours, one sees what is chosen and how full the budget is', async () => {
  const { page, run, phases, leave } = await open({ forcedColors: 'active' });
  await run.click();
  await phases('completed');
  const colourOf = (element: Element) => getComputedStyle(element).backgroundColor;
  const views = page.locator('.inspect-views label');
  const [chosen, ...others] = await views.evaluateAll((all) =>
    all.map((label) => getComputedStyle(label).backgroundColor),
  );
  expect(others).not.toContain(chosen);
  const tube = page.locator('.tube');
  expect(await tube.locator('.spent').evaluate(colourOf)).not.toBe(await tube.evaluate(colourOf));
  await leave();
});

test('of a reply with hundreds of events, the one at the position is in view', async () => {
  const { page, message, run, phases, leave } = await open();
  await message(2).fill('Tell me everything that you can do, at length.');
  await run.click();
  await phases('completed');
  await page.getByRole('radio', { name: 'On the wire' }).check({ force: true });
  const events = page.locator('.wire-group');
  await expect.poll(() => events.count()).toBeGreaterThan(150);
  const isInView = () =>
    page.locator('.wire-group[data-now]').evaluate((group) => {
      const list = (group.parentElement as HTMLElement).getBoundingClientRect();
      const { top, bottom } = group.getBoundingClientRect();
      return top >= list.top && bottom <= list.bottom;
    });
  await expect.poll(isInView).toBe(true);
  const slider = page.getByLabel('Position in the reply');
  for (const key of ['Home', 'PageUp', 'End']) {
    await slider.press(key);
    await expect.poll(isInView).toBe(true);
  }
  await leave();
});

test('a number stays as it is typed until its field is left, and is never more or less than it may be', async () => {
  const { longest, code, leave } = await open();
  const type = async (text: string) => {
    await longest.press('Control+A');
    await longest.pressSequentially(text);
    const typed = await longest.inputValue();
    await longest.blur();
    return [typed, await longest.inputValue()];
  };
  expect(await type('120')).toEqual(['120', '120']);
  await expect.poll(() => code.textContent()).toContain('max_completion_tokens: 120');
  expect(await type('20.7')).toEqual(['20.7', '20']);
  expect((await type('020')).map(Number)).toEqual([20, 20]);
  const [, least] = await type('-7');
  expect(Number(least)).toBeGreaterThan(0);
  const [, most] = await type('99999999999999999999');
  await expect.poll(() => code.textContent()).toContain(`max_completion_tokens: ${most}`);
  await longest.press('Control+A');
  await longest.press('Delete');
  await expect.poll(() => code.textContent()).not.toContain('max_completion_tokens');
  await leave();
});
