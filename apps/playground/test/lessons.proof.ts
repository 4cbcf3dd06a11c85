import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { matchesTranscript, transcriptOf } from '../src/cell/transcript.js';
import type { CellBlock } from '../src/lessons/lesson.js';
import { type WatchedPage, watchPage } from './browser.js';
import { cellCalled, codeOf, firstCell, partsOf, runCode } from './cell-parts.js';
import { leavePage } from './leave-page.js';
import { blocksOf, lessonFiles } from './lesson-files.js';
import { openSite } from './open-site.js';
import { shownCell } from './shown-cell.js';

const { site, browser } = await openSite();
/** The cells that have shown what their lesson says. */
const held: CellBlock[] = [];

async function open(fragment: string): Promise<WatchedPage> {
  const watched = await watchPage(browser, site.url + fragment);
  await watched.page.locator('main h1').waitFor();
  return watched;
}

const leave = (watched: WatchedPage) => leavePage(watched, site.url);

async function expectAsSaid(page: Page, block: CellBlock): Promise<void> {
  const { name, expected } = block;
  const cell = cellCalled(page, name);
  await partsOf(cell).ended();
  const shown = await shownCell(cell);
  const transcript = transcriptOf(shown);
  if (!matchesTranscript(expected.text, transcript)) expect(transcript, name).toBe(expected.text);
  expect([name, shown.phase]).toEqual([name, expected.fails ? 'failed' : 'done']);
  held.push(block);
}

test.each(lessonFiles)('$slug: every cell shows what the lesson says', async (lesson) => {
  const watched = await open(`#/lessons/${lesson.slug}`);
  const { page } = watched;
  const cells = blocksOf(lesson, 'cell');
  expect(await page.locator('.cell h3').allTextContents()).toEqual(cells.map(({ name }) => name));
  const waiting: CellBlock[] = [];
  for (const block of cells) {
    const { run, output } = partsOf(cellCalled(page, block.name));
    expect(await output.locator('.cell-expected').textContent()).toBe(block.expected.text);
    await run.click();
    // Three at a time, as impatient readers do: none is to change another.
    waiting.push(block);
    if (waiting.length === 3) await expectAsSaid(page, waiting.shift() as CellBlock);
  }
  for (const block of waiting) await expectAsSaid(page, block);
  expect(held.filter((block) => cells.includes(block))).toHaveLength(cells.length);
  const head = await page.locator('.lesson-head p').first().textContent();
  const done = blocksOf(lesson, 'exercise').length === 0 ? ' · done' : '';
  expect(head).toBe(`Lesson ${lesson.number} · ${lesson.minutes} min${done}`);
  await leave(watched);
});

test('these were all cells of all lessons', () => {
  const all = lessonFiles.flatMap((lesson) => blocksOf(lesson, 'cell'));
  expect(all.length).toBeGreaterThan(50);
  expect(new Set(held)).toEqual(new Set(all));
});

test('Ctrl-Enter runs what was written, and Reset brings back what was there', async () => {
  const watched = await open('#/lessons/first-call');
  const { page } = watched;
  const [shipped] = lessonFiles.flatMap((lesson) => blocksOf(lesson, 'cell'));
  const { editor, reset, ended, output, state } = partsOf(firstCell(page));
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText("console.log('mine');");
  await page.keyboard.press('Control+Enter');
  await ended();
  expect(await output.locator('pre').allTextContents()).toEqual(['mine\n']);
  await reset.click();
  expect(await codeOf(editor)).toBe(shipped?.source);
  expect(await state.textContent()).toBe('Prints, when it is run');
  await editor.press('Control+Enter');
  await expectAsSaid(page, shipped as CellBlock);
  await leave(watched);
});

test('an empty line that is printed is a line that is seen', async () => {
  const watched = await open('#/lessons/first-call');
  await runCode(watched.page, "console.log('a\\n'); console.log(); console.log('b');");
  const lines = firstCell(watched.page).locator('.cell-console pre');
  const heights = await lines.evaluateAll((all) => all.map((line) => line.clientHeight));
  const line = heights.at(-1) as number;
  expect(heights.map((height) => height / line)).toEqual([2, 1, 1]);
  await leave(watched);
});

test('what was done is there after a reload, on the lesson and in the contents', async () => {
  const watched = await open('#/lessons/first-call');
  const { page } = watched;
  const head = page.locator('.lesson-head p').first();
  const listed = page.locator('.lesson-list li', { hasText: 'Your first call' }).locator('small');
  expect(await head.textContent()).toBe('Lesson 1 · 5 min');
  await runCode(page, '1 + 1');
  await runCode(page, 'throw new Error("a second time")');
  await expect.poll(() => head.textContent()).toBe('Lesson 1 · 5 min · 1 of 5 done');
  await page.reload();
  expect(await head.textContent()).toBe('Lesson 1 · 5 min · 1 of 5 done');
  await page.goto(`${site.url}#/`);
  expect(await listed.textContent()).toBe('5 min · 1 of 5 done');
  const others = page.locator('.lesson-list small', { hasText: 'done' });
  expect(await others.count()).toBe(1);
  await leave(watched);
});

test('where a browser blocks storage, lessons work, and know what was done until the page is left', async () => {
  const watched = await watchPage(browser, 'about:blank');
  const { page } = watched;
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  await page.goto(`${site.url}#/lessons/first-call`);
  const head = page.locator('.lesson-head p').first();
  expect(await runCode(page, "console.log('all the same')")).toContain('all the same');
  await expect.poll(() => head.textContent()).toBe('Lesson 1 · 5 min · 1 of 5 done');
  await page.reload();
  expect(await head.textContent()).toBe('Lesson 1 · 5 min');
  await page.goto(`${site.url}live.html#/workbench`);
  await page.getByRole('heading', { name: 'Workbench' }).waitFor();
  await leave(watched);
});

test('what was written stays while the reader looks up another lesson, and Reset still has what was there', async () => {
  const watched = await open('#/lessons/exercises');
  const { page } = watched;
  const editor = page.getByRole('textbox', { name: 'Your formatMessages' });
  const shipped = await codeOf(editor);
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('const formatMessages = () => [];');
  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.locator('.lesson-list').waitFor();
  await page.goBack();
  await expect.poll(() => codeOf(editor)).toBe('const formatMessages = () => [];');
  await page.getByRole('button', { name: 'Reset' }).first().click();
  expect(await codeOf(editor)).toBe(shipped);
  await leave(watched);
});

/** What the page is called that an address of the page leads to. */
function titleAt(href: string): string {
  const [, page = '', slug] = /^#\/(\w*)(?:\/([\w-]+))?(?:\?.*)?$/.exec(href) ?? [];
  const lesson = lessonFiles.find((each) => page === 'lessons' && each.slug === slug);
  const pages: Record<string, string | undefined> = {
    '': 'Contents',
    workbench: 'Workbench',
    faults: 'Faults',
  };
  const called = slug === undefined ? pages[page] : lesson?.title;
  return called ?? `nothing at ${href}`;
}

test('every link of a lesson that stays here leads to a page, and the sections to their headings', async () => {
  const watched = await open('#/');
  const { page } = watched;
  const title = () => page.title().then((text) => text.replace(' · Farebox playground', ''));
  const hrefs = new Set<string>();
  for (const { slug, title: called, sections } of lessonFiles) {
    await page.goto(`${site.url}#/lessons/${slug}`);
    await expect.poll(title).toBe(called);
    await page.locator('main h1', { hasText: called }).waitFor();
    const links = page.locator('.lesson-text a[href^="#"]');
    for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      hrefs.add(href ?? '');
    const list = page.getByRole('navigation', { name: 'In this lesson' });
    expect(await list.getByRole('link').allTextContents()).toEqual(sections.map((s) => s.title));
    for (const { id } of sections) {
      await list.locator(`a[href="#/lessons/${slug}?at=${id}"]`).click();
      await expectShown(page, id);
    }
  }
  expect(hrefs.size).toBeGreaterThan(lessonFiles.length);
  for (const href of hrefs) {
    await page.goto(site.url + href);
    await expect.poll(title).toBe(titleAt(href));
    await page.locator('main h1').waitFor();
  }
  await leave(watched);
});

test('an address with a section shows it, though what is above it loads later', async () => {
  for (const lesson of lessonFiles.filter((each) => blocksOf(each, 'view').length > 0)) {
    const id = lesson.sections[1]?.id ?? '';
    const watched = await open(`#/lessons/${lesson.slug}?at=${id}`);
    await watched.page
      .locator('section:is(.response-object, .two-systems, .temperatures, .budget-view)')
      .waitFor();
    await watched.page.waitForLoadState('networkidle');
    await expectShown(watched.page, id);
    await leave(watched);
  }
});

/** The heading is in sight, with nothing before it, and is where reading goes on. */
async function expectShown(page: Page, id: string): Promise<void> {
  const heading = page.locator(`h2[id="${id}"]`);
  const inSight = () =>
    heading.evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      const found = document.elementFromPoint(left + 5, top + height / 2);
      return element.contains(found) && document.activeElement === element;
    });
  await expect.poll(inSight, { message: id, timeout: 5_000 }).toBe(true);
}
