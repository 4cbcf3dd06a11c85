import type { Page } from 'playwright-core';

/** The timeline and the wire view, found as a reader finds them. */
export function wireParts(page: Page) {
  const wire = page.locator('.wire-view');
  const message = wire.locator('.wire-message');
  return {
    wire,
    slider: wire.getByRole('slider', { name: 'Position in the reply' }),
    reply: (name: string) => wire.getByRole('radio', { name }),
    event: wire.locator('.wire-event'),
    message,
    endsHere: message.locator('dd').last(),
    bytes: wire.locator('.wire-bytes'),
    now: wire.locator('.wire-group[data-now]'),
    /** Each line of the timeline in words, without its time. */
    lines: (): Promise<string[]> =>
      page
        .locator('.timeline-list li > span')
        .evaluateAll((lines) =>
          lines.map((line) => [...line.childNodes].map((node) => node.textContent).join(' / ')),
        ),
    /** Which parts each bar of the chart has, in the order of time. */
    bars: (): Promise<string[][]> =>
      page
        .locator('.timeline-track')
        .evaluateAll((tracks) =>
          tracks.map((track) =>
            [...track.querySelectorAll<HTMLElement>('[data-part]')]
              .map(({ dataset }) => dataset.part ?? '')
              .filter((part) => part !== 'read'),
          ),
        ),
  };
}
