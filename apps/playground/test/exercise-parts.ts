import type { Page } from 'playwright-core';
import { exercises } from '../src/exercises/exercises.js';

/** The parts of an exercise, found as a reader finds them: by what they are called. */
export function exerciseOf(page: Page, name: string) {
  const title = exercises.find((exercise) => exercise.name === name)?.title;
  const box = page.getByRole('region', { name: `${title} ${name}`, exact: true });
  const editor = box.getByRole('textbox', { name: `Your ${name}` });
  const state = box.getByRole('status');
  const reset = box.getByRole('button', { name: 'Reset' });
  const items = box.locator('.check-list li');
  return {
    box,
    editor,
    check: box.getByRole('button', { name: /^Check/ }),
    stop: box.getByRole('button', { name: 'Stop' }),
    reset,
    hints: box.locator('.hint-list li'),
    answer: box.locator('.hint-list pre'),
    /** The button below the hints, while there is one. */
    more: box.locator('.hint-list').getByRole('button'),
    state,
    failure: box.locator('.check-failure'),
    printed: box.locator('.check-console'),
    afterwards: box.locator('.check-afterwards'),
    passed: items.filter({ hasText: /^Passed: / }),
    notYet: items.filter({ hasText: /^Not yet: / }),
    /** What each check that has not passed says of the code. */
    problems: box.locator('.check-list li p'),
    /** Replaces what stands in the editor, after what came of it before is gone. */
    async write(code: string): Promise<void> {
      await reset.click();
      await editor.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(code);
    },
    /** Waits until the code has been checked, and says how that went. */
    async verdict(): Promise<string> {
      await box
        .locator(
          '.check-state:is([data-phase="passed"],[data-phase="failed"],[data-phase="broken"])',
        )
        .waitFor();
      return (await state.textContent()) ?? '';
    },
  };
}
