import type { BudgetKey, Owner } from '../state/budget.js';
import { oneLine } from '../terminal/one-line.js';

/**
 * What a person calls a budget.
 *
 * @example
 * budgetName({ owner: { kind: 'user' }, per: 'day', soft: false }); // => 'per day'
 * budgetName({ owner: { kind: 'session', name: 'refactor' }, per: 'total', soft: true }); // => 'session refactor, soft'
 */
export function budgetName({ owner, per, soft }: BudgetKey): string {
  const whose = ownerName(owner);
  const isPlain = per === 'total' && whose !== '';
  const parts = [whose, isPlain ? '' : per === 'total' ? 'in total' : `per ${per}`];
  return [...parts, soft ? 'soft' : ''].filter((part) => part !== '').join(', ');
}

/** What a person calls whose money it is; the user's own has no name. */
export function ownerName(owner: Owner): string {
  switch (owner.kind) {
    case 'user':
      return '';
    case 'session':
      return `session ${oneLine(owner.name)}`;
    case 'each-session':
      return 'each session';
    case 'project':
      return `project ${oneLine(owner.folder)}`;
  }
}

/**
 * The options that name a budget to `farebox budget`.
 *
 * @example
 * budgetOptionsText({ owner: { kind: 'user' }, per: 'day', soft: true }); // => '--per day --soft'
 */
export function budgetOptionsText({ owner, per, soft }: BudgetKey): string {
  const window = owner.kind === 'each-session' ? '--per session' : `--per ${per}`;
  return [window, ownerOptionsText(owner), soft ? '--soft' : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** The options that name whose money it is; none for the user's own. */
export function ownerOptionsText(owner: Owner): string {
  if (owner.kind === 'session') return `--session ${quoted(owner.name)}`;
  if (owner.kind === 'project') return `--project ${quoted(owner.folder)}`;
  return '';
}

/** As a shell takes it, where it needs that. */
function quoted(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${oneLine(text).replaceAll("'", "'\\''")}'`;
}
