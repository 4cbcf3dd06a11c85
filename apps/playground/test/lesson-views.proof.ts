import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { responseNotes } from '../src/lessons/views/response-notes.js';
import { type WatchedPage, watchPage } from './browser.js';
import { leavePage } from './leave-page.js';
import { blocksOf, lessonFiles } from './lesson-files.js';
import { openSite } from './open-site.js';

const { site, browser } = await openSite();
const seen: string[] = [];

/** Opens the lesson with the view of that name; `text` is what stands in its fence. */
async function openView(
  name: string,
  label: string,
): Promise<WatchedPage & { view: Locator; text: string }> {
  const lesson = lessonFiles.find((each) =>
    blocksOf(each, 'view').some((one) => one.name === name),
  );
  const text = lesson && blocksOf(lesson, 'view').find((one) => one.name === name)?.text;
  const watched = await watchPage(browser, `${site.url}#/lessons/${lesson?.slug}`);
  const view = watched.page.getByRole('region', { name: label });
  await view.waitFor();
  seen.push(name);
  return { ...watched, view, text: text ?? '' };
}

test('response-object: each field of the completion is there, and says what it is for', async () => {
  const watched = await openView('response-object', 'A completion, field by field');
  const { page, view, text } = watched;
  const lines = await view.locator('.response-object-lines > *').allTextContents();
  const json = JSON.stringify(JSON.parse(text), undefined, 2).split('\n');
  expect(lines).toEqual(json.map((line) => line.trim()));
  const note = view.locator('.response-object-note');
  const told = async () => [
    await note.locator('code').textContent(),
    await note.locator('p').textContent(),
  ];
  expect(await told()).toEqual([
    'choices[0].finish_reason',
    responseNotes['choices[0].finish_reason'],
  ]);
  // With the keyboard alone, from the first field to the last.
  const fields = view.getByRole('button');
  await fields.first().focus();
  const paths = new Map<string, string>();
  for (let at = 0; at < (await fields.count()); at++) {
    await page.keyboard.press('Enter');
    expect(await view.locator('[aria-pressed="true"]').count()).toBe(1);
    expect(await fields.nth(at).getAttribute('aria-pressed')).toBe('true');
    const [path, words] = await told();
    paths.set(path ?? '', words ?? '');
    await page.keyboard.press('Tab');
  }
  expect(Object.fromEntries(paths)).toEqual(responseNotes);
  await leavePage(watched, site.url);
});

/** What the answers say, once each of them is whole. */
async function wholeAnswers(view: Locator, count: number): Promise<string[]> {
  const whole = view.locator('.side-answer[data-phase="done"]');
  await expect.poll(() => whole.count()).toBe(count);
  return whole.allTextContents();
}

test('two-systems: one question, two whole answers, and what is written there decides', async () => {
  const watched = await openView('two-systems', 'One question, two system messages');
  const { view, text } = watched;
  const [question, ...systems] = text.split('\n--\n');
  const asked = view.getByRole('textbox', { name: 'Question for both' });
  const [first, second] = ['System message 1', 'System message 2'].map((name) =>
    view.getByRole('textbox', { name }),
  ) as [Locator, Locator];
  expect(await asked.inputValue()).toBe(question);
  expect([await first.inputValue(), await second.inputValue()]).toEqual(systems);
  await view.getByRole('button', { name: 'Ask both' }).click();
  const [child, engineer] = await wholeAnswers(view, 2);
  // The cell below asks the same at temperature 0; the lesson says what comes.
  const [says] = lessonFiles
    .flatMap((lesson) => blocksOf(lesson, 'cell'))
    .filter(({ name }) => name === 'One question, two clients')
    .map(({ expected }) => expected.text);
  expect(`${child}\n(35 tokens)\n\n${engineer}\n(59 tokens)\n\n`).toBe(says);
  expect(await view.locator('.hint').allTextContents()).toEqual(['35 tokens', '59 tokens']);

  await second.fill(await first.inputValue());
  await asked.fill('What is an API?');
  await asked.press('Enter');
  await expect
    .poll(() => view.locator('[data-phase="done"]').first().textContent())
    .not.toBe(child);
  const [one, other] = await wholeAnswers(view, 2);
  expect(one).toMatch(/API/);
  expect(other).toBe(one);
  await leavePage(watched, site.url);
});

test('temperatures: twelve whole answers, three alike at 0, and not at 1', async () => {
  const watched = await openView('temperatures', 'Three answers at four temperatures');
  const { view, text } = watched;
  expect(await view.getByRole('textbox', { name: 'Question' }).inputValue()).toBe(text);
  const ask = view.getByRole('button', { name: 'Ask 12 times' });
  await ask.click();
  const answers = await wholeAnswers(view, 12);
  expect(answers.map((answer) => answer.split('\n').length)).toEqual(Array(12).fill(3));
  const rows = view.getByRole('listitem');
  expect(await rows.locator('b').allTextContents()).toEqual(['0', '0.5', '1', '1.5']);
  const told = await rows.locator('.temperatures-count').allTextContents();
  const different = [0, 3, 6, 9].map((at) => new Set(answers.slice(at, at + 3)).size);
  expect(told).toEqual(
    different.map((count) => (count === 1 ? 'three times the same' : `${count} of 3 different`)),
  );
  expect(different[0]).toBe(1);
  expect(different[2]).toBeGreaterThan(1);
  expect(await ask.isEnabled()).toBe(true);
  await leavePage(watched, site.url);
});

test('budget: it fills, refuses with both numbers, and begins again', async () => {
  const watched = await openView('budget', 'A budget that fills, and refuses');
  const { page, view, text } = watched;
  expect(await view.locator('.budget-view-ask p').textContent()).toBe(text);
  const ask = view.getByRole('button', { name: 'Ask', exact: true });
  const questions = view.getByRole('listitem');
  const amounts = async () =>
    Object.fromEntries(
      await view
        .locator('dl > div')
        .evaluateAll((all) => all.map((each) => [...each.children].map((one) => one.textContent))),
    ) as Record<string, string>;
  expect(await amounts()).toEqual({ Spent: '$0.00', 'Set aside': '$0.00', Left: '$0.0002' });

  let last = '';
  while (!last.startsWith('refused')) {
    const before = await questions.count();
    await ask.click();
    await questions.nth(before).locator(':scope:not([data-phase="asking"])').waitFor();
    last = (await questions.nth(before).textContent()) ?? '';
    expect(last).toMatch(/^(answered \$0\.0000\d+|refused The call could cost up to)/);
    expect(before).toBeLessThan(20);
  }
  const answered = (await questions.allTextContents()).slice(0, -1);
  expect(answered.length).toBeGreaterThan(1);
  const inPicodollars = (shown = '') => Math.round(Number(shown.replace(/^.*\$/, '')) * 1e12);
  const sum = answered.reduce((total, words) => total + inPicodollars(words), 0);
  const { Spent, Needed, Left } = await amounts();
  expect(inPicodollars(Spent)).toBe(sum);
  expect(inPicodollars(Left)).toBe(inPicodollars('$0.0002') - sum);
  expect(last).toContain(`up to ${Needed}, and ${Left} of the $0.0002`);
  expect(inPicodollars(Needed)).toBeGreaterThan(inPicodollars(Left));

  await view.getByRole('button', { name: 'Begin again' }).click();
  await expect.poll(amounts).toEqual({ Spent: '$0.00', 'Set aside': '$0.00', Left: '$0.0002' });
  expect(await questions.count()).toBe(0);
  await ask.click();
  await questions.locator(':scope[data-phase="answered"]').waitFor();
  expect(await page.locator('.is-refused').count()).toBe(0);
  await leavePage(watched, site.url);
});

test('these were the views of all lessons', () => {
  const all = lessonFiles.flatMap((lesson) => blocksOf(lesson, 'view').map(({ name }) => name));
  expect(seen.toSorted()).toEqual(all.toSorted());
});
