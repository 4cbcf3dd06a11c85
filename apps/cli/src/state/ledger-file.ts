import { statSync } from 'node:fs';
import { ChatError, platformCode } from '@farebox/core';
import { type Ledger, memoryLedger } from '@farebox/cost';
import { withoutSqliteWarning } from './without-sqlite-warning.js';

export interface LedgerFile {
  readonly file: string;
  /** Empty where there is no file, which is not made then. */
  readonly forReport: boolean;
  readonly now: () => number;
}

/**
 * A ledger in a SQLite file; SQLite is loaded here, and nowhere else in the command.
 *
 * @throws {ChatError} `store`, `no-sqlite`, where this Node has none.
 */
export async function openLedgerFile({ file, forReport, now }: LedgerFile): Promise<Ledger> {
  if (forReport && isAbsent(file)) return memoryLedger({ now });
  const { sqliteLedger } = await loadSqlite();
  return sqliteLedger({ file, now });
}

/** A file that cannot be looked at is not absent: what is wrong with it is told when the ledger is read. */
function isAbsent(file: string): boolean {
  try {
    statSync(file);
    return false;
  } catch (error) {
    return platformCode(error) === 'ENOENT';
  }
}

async function loadSqlite() {
  try {
    return await withoutSqliteWarning(() => import('@farebox/cost/sqlite'));
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_UNKNOWN_BUILTIN_MODULE') throw error;
    throw new ChatError({
      kind: 'store',
      code: 'no-sqlite',
      message: `Node ${process.versions.node} has no SQLite, in which receipts are kept.`,
      fix: 'Update Node to 22.13 or newer.',
      cause: error,
    });
  }
}
