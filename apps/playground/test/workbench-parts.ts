import type { Page } from 'playwright-core';

/** The parts of the workbench, found as a reader finds them: by what they are called. */
export function workbenchOf(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const answer = (name: string) => page.getByRole('region', { name, exact: true });
  return {
    run: page.locator('.run-actions button[type="submit"]'),
    stop: button(/^Stop( all)?$/),
    preset: page.getByLabel('Start from'),
    message: (number: number) =>
      page.getByRole('textbox', { name: new RegExp(`^Message ${number},`) }),
    role: (number: number) => page.getByLabel(`Role of message ${number}`, { exact: true }),
    model: page.getByLabel('Model', { exact: true }),
    temperature: page.getByLabel('Temperature', { exact: true }),
    longest: page.getByLabel('Longest answer'),
    seed: page.getByLabel('Seed'),
    stream: page.getByLabel(/^Stream/),
    budget: page.getByLabel('Budget in dollars'),
    setBudget: button('Set'),
    empty: button('Empty the box'),
    meter: page.getByRole('meter', { name: 'Budget' }),
    display: page.locator('.display'),
    ticket: page.locator('.ticket'),
    alert: page.getByRole('alert'),
    copyLink: button('Copy a link'),
    code: page.locator('.code-panel pre'),
    codeForm: (name: string) =>
      page.locator('.code-panel .choice').getByText(name, { exact: true }),
    answer,
    paper: page.locator('.answer-paper'),
    button,
    /** Waits until every run on the page is in one of these phases, and at least one is there. */
    phases: async (...names: readonly string[]) => {
      await page.locator('.answer-paper:not([data-phase="idle"])').first().waitFor();
      await page.waitForFunction(
        (allowed) =>
          [...document.querySelectorAll<HTMLElement>('.answer-paper')].every(({ dataset }) =>
            allowed.includes(dataset.phase ?? ''),
          ),
        names,
      );
    },
  };
}
