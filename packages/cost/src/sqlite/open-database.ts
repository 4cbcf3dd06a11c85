import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { applicationId, migrations } from './schema.js';
import { storeError } from './sqlite-error.js';

export interface DatabaseOptions {
  readonly file: string;
  readonly readOnly: boolean;
  /** Puts something between the ledger and its file: a crash, for tests. */
  readonly wrap?: ((database: DatabaseSync) => DatabaseSync) | undefined;
}

/**
 * Opens or creates the file of a ledger, and brings its tables up to date.
 *
 * What it creates belongs to this user alone: folders 0700, the file 0600 (SQLite gives its `-wal` and `-shm` the same).
 * `synchronous = FULL`: what was settled survives a loss of power, not only a `kill -9`.
 */
export function openDatabase(options: DatabaseOptions): DatabaseSync {
  const { file, readOnly, wrap = (database) => database } = options;
  if (!readOnly && file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  }
  // No waiting inside SQLite: it would stop the event loop, and every stream with it.
  const database = wrap(new DatabaseSync(file, { readOnly, timeout: 0 }));
  try {
    if (!readOnly) {
      useWriteAheadLog(database, file);
      database.exec('PRAGMA synchronous = FULL');
      // What is pruned is overwritten, and not only unlinked: it may be what somebody wrote.
      database.exec('PRAGMA secure_delete = ON');
    }
    migrate(database, file, readOnly);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function useWriteAheadLog(database: DatabaseSync, file: string): void {
  const row = database.prepare('PRAGMA journal_mode = WAL').get();
  const mode = row?.journal_mode;
  if (mode === 'wal' || file === ':memory:') return;
  throw storeError(
    'no-wal',
    `The ledger ${file} cannot use a write-ahead log there (its journal mode stays ${String(mode)}).`,
    'Keep it on a local disk: network drives cannot share a file between processes safely.',
  );
}

function migrate(database: DatabaseSync, file: string, readOnly: boolean): void {
  if (isUpToDate(database, file)) return;
  if (readOnly) {
    throw storeError(
      'old-version',
      `The ledger ${file} has tables of version ${versionOf(database)}, and this Farebox reads ${migrations.length}.`,
      'Open it once for writing, which brings it up to date.',
    );
  }
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been faster.
    if (!isUpToDate(database, file)) {
      for (const step of migrations.slice(versionOf(database))) database.exec(step);
      database.exec(`PRAGMA user_version = ${migrations.length}`);
      database.exec(`PRAGMA application_id = ${applicationId}`);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function isUpToDate(database: DatabaseSync, file: string): boolean {
  const version = versionOf(database);
  const owner = Number(database.prepare('PRAGMA application_id').get()?.application_id);
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (!isEmpty && owner !== applicationId) {
    throw storeError(
      'not-a-ledger',
      `${file} is a database of something else.`,
      'Give the ledger a file of its own.',
    );
  }
  if (version > migrations.length) {
    throw storeError(
      'new-version',
      `The ledger ${file} has tables of version ${version}, and this Farebox knows ${migrations.length}.`,
      'Update @farebox/cost: a newer one has written there.',
    );
  }
  return version === migrations.length;
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}
