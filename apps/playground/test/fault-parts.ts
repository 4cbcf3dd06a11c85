import type { Page } from 'playwright-core';

/** The parts of the panel about failing, found as a reader finds them. */
export function faultParts(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const panel = page.locator('.faults-panel');
  const agrees = panel.locator('.fault-agrees');
  return {
    link: page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Faults' }),
    run: button('Run the fault'),
    stop: button('Stop the run'),
    find: page.getByLabel('Find a fault'),
    choices: panel.getByRole('radio'),
    title: panel.getByRole('heading', { level: 2 }),
    timeline: panel.getByRole('region', { name: 'What happens' }),
    receipts: panel.getByRole('region', { name: 'Receipts' }).locator('tbody tr'),
    error: panel.locator('.fault-error'),
    verdict: async () => (await agrees.textContent()) ?? '',
    /** Chooses a fault and, where it has several, its shape. */
    async choose(number: number, shape: string) {
      await panel.getByRole('radio', { name: new RegExp(`^${number} `) }).check({ force: true });
      const shapes = page.getByLabel('Shape of the fault');
      if (await shapes.isEnabled()) await shapes.selectOption(shape);
    },
    /** Waits until a run is over, however it was. */
    ended: () => panel.locator('.timeline-list:not([data-phase="running"])').waitFor(),
    /** What the run made of each claim of the table. */
    async claims(): Promise<Record<string, string | undefined>> {
      const rows = await panel.locator('.fault-verdict tbody tr').all();
      const pairs = rows.map(async (row) => {
        const seen = row.locator('td').last();
        const text = (await seen.locator('.fault-seen').textContent()) ?? '';
        return [await row.locator('th').textContent(), text];
      });
      return Object.fromEntries(await Promise.all(pairs));
    },
  };
}
