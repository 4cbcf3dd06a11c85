import type { Page } from 'playwright-core';

/** The parts of the page, found as a reader finds them: by what they are called. */
export function partsOf(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  return {
    ask: button('Ask'),
    stop: button('Stop').first(),
    run: button(/^Run/),
    model: page.getByLabel('Model', { exact: true }),
    prompt: page.getByLabel('Prompt'),
    persona: page.getByLabel('Who answers'),
    system: page.getByLabel('System message'),
    budget: page.getByLabel('Budget in dollars'),
    setBudget: button('Set'),
    empty: button('Empty the box'),
    meter: page.getByRole('meter', { name: 'Budget' }),
    answer: page.locator('.answer-paper'),
    display: page.locator('.display'),
    ticket: page.locator('.ticket'),
    alert: page.getByRole('alert'),
    editor: page.getByRole('textbox', { name: 'Code of the cell' }),
    output: page.getByRole('region', { name: 'Output of the cell' }),
    /** Waits until a call is in a phase. */
    phase: (name: string) => page.locator(`.answer-paper[data-phase="${name}"]`).waitFor(),
    /** Waits until a cell has ended, however it did. */
    cellEnded: () =>
      page
        .locator('.cell-state:is([data-phase="done"],[data-phase="failed"],[data-phase="stopped"])')
        .waitFor(),
  };
}

/** Replaces the code of the cell as a reader would, and runs it to its end. */
export async function runCode(page: Page, code: string): Promise<string> {
  const { editor, run, output, cellEnded } = partsOf(page);
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
  await run.click();
  await cellEnded();
  return (await output.textContent()) ?? '';
}
