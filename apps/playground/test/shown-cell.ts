import type { Locator } from 'playwright-core';
import type { CellState } from '../src/cell/output.js';
import type { ShownValue } from '../src/cell/shown-value.js';

/**
 * What a cell came to, as its reader sees it: read off the page line by line, the parts of its result opened first.
 *
 * What is not visible is left out, so that it is missed.
 */
export async function shownCell(cell: Locator): Promise<CellState> {
  await openAll(cell);
  return cell.locator('.cell-output').evaluate((output): CellState => {
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const seen = (selector: string, inside: Element = output) =>
      [...inside.querySelectorAll(selector)].filter(isSeen);
    const textOf = (element: Element | undefined) => element?.textContent ?? undefined;
    const own = (inside: Element, selector: string) =>
      seen(`:scope > ${selector}`, inside)[0] as Element | undefined;

    const partOf = (element: Element): { before: string; value: ShownValue } => {
      const summary = own(element, 'summary');
      const before = textOf(own(summary ?? element, '.value-key')) ?? '';
      if (summary === undefined)
        return { before, value: textOf(own(element, '[data-kind]')) ?? '(not seen)' };
      const lead = (textOf(summary) ?? '').slice(before.length);
      const list = own(element, 'ul');
      const items = list === undefined ? [] : seen(':scope > li', list);
      const parts = items.flatMap((item) => {
        const inner = own(item, '.value-leaf, :scope > .value-group');
        return inner === undefined ? [] : [partOf(inner)];
      });
      const [, more = '0'] = /^… (\d+) more$/.exec(textOf(items.at(-1)) ?? '') ?? [];
      return {
        before,
        value: {
          name: lead.slice(0, -1).trimEnd(),
          brackets: lead.endsWith('[') ? '[]' : '{}',
          parts,
          more: Number(more),
        },
      };
    };

    const [result] = seen('.cell-result > .value-leaf, .cell-result > .value-group');
    const [name] = seen('.cell-failure b');
    const [, message] = seen('.cell-failure p');
    const [fix] = seen('.cell-fix');
    const [why] = seen('.cell-why');
    const [, line] = /in line (\d+)$/.exec(name?.parentElement?.textContent ?? '') ?? [];
    return {
      phase: output.querySelector<HTMLElement>('.cell-state')?.dataset.phase as CellState['phase'],
      lines: seen('.cell-console > pre[data-level]').map((pre) => ({
        level: 'log',
        text: (pre.textContent ?? '').replace(/\n$/, ''),
      })),
      ...(result !== undefined && { result: partOf(result).value }),
      ...(name !== undefined && {
        failure: {
          name: textOf(name) ?? '',
          message: textOf(message) ?? '',
          ...(fix !== undefined && { fix: textOf(fix) ?? '' }),
          ...(line !== undefined && { line: Number(line) }),
        },
      }),
      ...(why !== undefined && { why: textOf(why) ?? '' }),
    };
  });
}

/** Opens what is closed of the result, one by one, as a reader does. */
async function openAll(cell: Locator): Promise<void> {
  const closed = cell.locator('.cell-result details:not([open]) > summary').first();
  while ((await closed.count()) > 0) await closed.click();
}
