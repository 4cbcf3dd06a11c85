import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CheckedLedger } from '@farebox/cost';
import type { Io } from '../io/io.js';
import { privacyFlaw } from '../keys/privacy-flaw.js';
import { BudgetFiles } from '../state/budget-files.js';
import { ledgerPath, openLedger } from '../state/open-ledger.js';
import { oneLine } from '../terminal/one-line.js';
import { type Finding, ok } from './finding.js';
import { findingOfError } from './finding-of-error.js';

/** Whether receipts can be kept, are kept from others, and add up; and whether every budget can be read. */
export async function checkState(io: Io): Promise<readonly Finding[]> {
  let folder: string;
  try {
    folder = io.stateFolder();
  } catch (error) {
    return [findingOfError('state folder', error)];
  }
  return [folderFinding(folder), await ledgerFinding(io), ...budgetsFinding(folder)];
}

function folderFinding(folder: string): Finding {
  const subject = 'state folder';
  const shown = oneLine(folder);
  const exists = existsSync(folder);
  try {
    accessSync(exists ? folder : nearestAbove(folder), constants.W_OK);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const fix = 'Make it writable for this user, or set FAREBOX_HOME to a folder that is.';
    return { subject, verdict: 'problem', what: `${shown} cannot be written to (${code})`, fix };
  }
  if (!exists) return ok(subject, `${shown}, made with the first receipt`);
  const flaw = privacyFlaw(statSync(folder), 'secret', process.getuid?.());
  if (flaw === undefined) return ok(subject, shown);
  const fix = `chmod 700 '${shown}': receipts tell what you ask, and how much.`;
  return { subject, verdict: 'warning', what: `${shown} ${flaw}`, fix };
}

function nearestAbove(folder: string): string {
  const above = dirname(folder);
  return existsSync(above) || above === folder ? above : nearestAbove(above);
}

async function ledgerFinding(io: Io): Promise<Finding> {
  const subject = 'ledger';
  try {
    const ledger = await openLedger(io, { forReport: true });
    try {
      const [newest] = await ledger.receipts({ newestFirst: true, limit: 1 });
      const wrong = 'check' in ledger ? await (ledger as CheckedLedger).check() : [];
      if (wrong.length === 0) {
        return ok(subject, newest === undefined ? 'no receipts yet' : 'its books add up');
      }
      return {
        subject,
        verdict: 'problem',
        what: `${oneLine(ledgerPath(io))} is damaged: ${oneLine(wrong[0] ?? '')}${wrong.length > 1 ? `, and ${wrong.length - 1} more` : ''}`,
        fix: 'Keep a copy of the file and take it from a backup; farebox logs export may save what can be read.',
      };
    } finally {
      await ledger.close();
    }
  } catch (error) {
    return findingOfError(subject, error);
  }
}

function budgetsFinding(folder: string): readonly Finding[] {
  try {
    const { length } = new BudgetFiles(folder).all();
    return [ok('budgets', length === 0 ? 'none is set' : `${length}, all readable`)];
  } catch (error) {
    return [findingOfError('budgets', error)];
  }
}
