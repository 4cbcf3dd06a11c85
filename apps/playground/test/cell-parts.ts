import type { Locator, Page } from 'playwright-core';

/** The parts of a cell, found as a reader finds them: by what they are called. */
export function partsOf(cell: Locator) {
  return {
    editor: cell.getByRole('textbox', { name: /^Code: / }),
    run: cell.getByRole('button', { name: /^Run/ }),
    stop: cell.getByRole('button', { name: 'Stop' }),
    reset: cell.getByRole('button', { name: 'Reset' }),
    state: cell.locator('.cell-state'),
    output: cell.getByRole('region', { name: /^Output: / }),
    /** Waits until the cell has ended, however it did. */
    ended: () =>
      cell
        .locator('.cell-state:is([data-phase="done"],[data-phase="failed"],[data-phase="stopped"])')
        .waitFor(),
  };
}

/** The first cell of the page. */
export function firstCell(page: Page): Locator {
  return page.locator('.cell').first();
}

/** Replaces the code of the cell as a reader would, and runs it to its end. */
export async function runCode(page: Page, code: string): Promise<string> {
  const { editor, run, output, ended } = partsOf(firstCell(page));
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
  await run.click();
  await ended();
  return (await output.textContent()) ?? '';
}

/** The cell of that name. */
export function cellCalled(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** What stands in an editor. */
export async function codeOf(editor: Locator): Promise<string> {
  return (await editor.locator('.cm-line').allTextContents()).join('\n');
}
