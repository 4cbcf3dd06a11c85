import { expect, test } from 'vitest';
import { exercises } from '../src/exercises/exercises.js';
import { wrongAnswers } from '../src/exercises/fixtures/wrong-answers.js';
import { rightAnswers } from '../src/exercises/right-answers.js';
import { watchPage } from './browser.js';
import { codeOf } from './cell-parts.js';
import { exerciseOf } from './exercise-parts.js';
import { leavePage } from './leave-page.js';
import { blocksOf, lessonFiles } from './lesson-files.js';
import { openSite } from './open-site.js';

const { site, browser } = await openSite();
/** One page for all of them, from the first stub to the last answer, as a reader has it. */
const watched = await watchPage(browser, `${site.url}#/lessons/exercises`);

const stubs = lessonFiles.flatMap((lesson) => blocksOf(lesson, 'exercise'));
const stubOf = (name: string) => stubs.find((stub) => stub.name === name)?.source;

test('the exercises of the lessons are these three', async () => {
  expect(stubs.map(({ name }) => name)).toEqual(exercises.map(({ name }) => name));
  expect(exercises).toHaveLength(3);
});

test.each(exercises)('$name: what the reader starts with runs, and passes not all', async (one) => {
  const exercise = exerciseOf(watched.page, one.name);
  await expect.poll(() => codeOf(exercise.editor)).toBe(stubOf(one.name));
  expect(await exercise.state.textContent()).toBe(`${one.checks} checks, not run yet`);
  await exercise.check.click();
  expect(await exercise.verdict()).toMatch(new RegExp(`^\\d of ${one.checks} checks pass$`));
  const notYet = await exercise.notYet.count();
  expect(notYet).toBeGreaterThan(0);
  expect(await exercise.problems.count()).toBe(notYet);
  expect((await exercise.passed.count()) + notYet).toBe(one.checks);
  expect(await exercise.afterwards.count()).toBe(0);
});

test.each(exercises)('$name: each wrong answer is told what is wrong with it', async (one) => {
  const exercise = exerciseOf(watched.page, one.name);
  const wrong = wrongAnswers.filter(({ name }) => name === one.name);
  expect(wrong.length).toBeGreaterThan(10);
  for (const { wrong: called, source, told } of wrong) {
    await exercise.write(source);
    await watched.page.keyboard.press('Control+Enter');
    expect([called, await exercise.verdict()]).toEqual([
      called,
      expect.stringMatching(/^\d of \d checks pass$/),
    ]);
    expect((await exercise.problems.allTextContents()).join('\n'), called).toContain(told);
    expect(await exercise.afterwards.count()).toBe(0);
  }
});

test.each(exercises)(
  '$name: a mistake in its text names its line, and no check runs',
  async (one) => {
    const exercise = exerciseOf(watched.page, one.name);
    await exercise.write(`function ${one.name}() {\n  return 1;\n  const = 2;\n}`);
    await watched.page.keyboard.press('Control+Enter');
    expect(await exercise.verdict()).toBe('The code does not run yet');
    expect(await exercise.failure.textContent()).toMatch(/^SyntaxError in line 3: \S/);
    expect(await exercise.passed.or(exercise.notYet).count()).toBe(0);
  },
);

test('what the code prints is shown, and an error outside of the function has its line', async () => {
  const exercise = exerciseOf(watched.page, 'formatMessages');
  await exercise.write(`console.log('I am here');\nnull.role;`);
  await exercise.check.click();
  expect(await exercise.verdict()).toBe('The code does not run yet');
  expect(await exercise.printed.textContent()).toBe('I am here\n');
  expect(await exercise.failure.textContent()).toMatch(/^TypeError in line 2: .*null/);
});

test('code that never ends is stopped after ten seconds, says why, and can be mended', async () => {
  const exercise = exerciseOf(watched.page, 'backoffDelays');
  await exercise.write('function backoffDelays(maxRetries) { for (let i = 0; ; i *= 2) {} }');
  await exercise.check.click();
  expect(await exercise.verdict()).toBe('The code was stopped');
  expect(await exercise.failure.textContent()).toBe(
    'Stopped after 10 seconds. Does something in the code go on without end?',
  );
  await exercise.write('function backoffDelays() { return [1]; }');
  await exercise.check.click();
  expect(await exercise.verdict()).toMatch(/^\d of 8 checks pass$/);
});

test('code that never ends is stopped by its reader at once', async () => {
  const exercise = exerciseOf(watched.page, 'calculateCost');
  await exercise.write("console.log('going on'); for (;;) {}");
  await exercise.check.click();
  await expect.poll(() => exercise.printed.textContent()).toBe('going on\n');
  await exercise.stop.click();
  expect(await exercise.verdict()).toBe('The code was stopped');
  expect(await exercise.failure.textContent()).toContain('Stopped. ');
});

test.each(exercises)(
  '$name: hints come one by one, then an answer, by keyboard alone',
  async (one) => {
    const { page } = watched;
    const exercise = exerciseOf(page, one.name);
    await exercise.reset.focus();
    await page.keyboard.press('Enter');
    expect(await codeOf(exercise.editor)).toBe(stubOf(one.name));
    expect(await exercise.state.textContent()).toBe(`${one.checks} checks, not run yet`);

    // Reset, Check, the editor, the hints.
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
    expect(await exercise.hints.count()).toBe(0);
    for (const [at] of one.hints.entries()) {
      const called = `${at === 0 ? 'A hint' : 'Another hint'} ${at + 1} of ${one.hints.length}`;
      expect(await exercise.more.textContent()).toBe(called);
      expect(await exercise.answer.count()).toBe(0);
      await page.keyboard.press('Enter');
      expect(await exercise.hints.allTextContents()).toEqual(one.hints.slice(0, at + 1));
    }
    expect(await exercise.more.textContent()).toBe('Show an answer');
    await page.keyboard.press('Enter');
    await exercise.answer.waitFor();
    expect(await exercise.answer.textContent()).toBe(rightAnswers[one.name]);
    expect(await exercise.more.count()).toBe(0);
    // Whoever reads on by keyboard is where the answer is, and not at the top of the page.
    const focus = () => exercise.answer.evaluate((answer) => document.activeElement === answer);
    await expect.poll(focus).toBe(true);
  },
);

test.each(exercises)(
  '$name: the answer that is shown passes, and Reset begins again',
  async (one) => {
    const exercise = exerciseOf(watched.page, one.name);
    await exercise.write(rightAnswers[one.name] ?? '');
    await watched.page.keyboard.press('Control+Enter');
    expect(await exercise.verdict()).toBe(`All ${one.checks} checks pass`);
    expect(await exercise.passed.count()).toBe(one.checks);
    expect(await exercise.notYet.count()).toBe(0);
    expect(await exercise.afterwards.textContent()).toBe(one.afterwards);
    await exercise.reset.click();
    expect(await codeOf(exercise.editor)).toBe(stubOf(one.name));
    expect(await exercise.state.textContent()).toBe(`${one.checks} checks, not run yet`);
    expect(await exercise.afterwards.count()).toBe(0);
  },
);

test('all three were passed, which is known after a reload; nobody else was asked for anything', async () => {
  const { page } = watched;
  const head = page.locator('.lesson-head p').first();
  expect(await head.textContent()).toBe('Lesson 14 · 15 min · done');
  await page.reload();
  expect(await head.textContent()).toBe('Lesson 14 · 15 min · done');
  await leavePage(watched, site.url);
});
