import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Receipt } from '../receipt.js';
import type { CheckedLedger } from '../store/checked-ledger.js';
import { refused } from '../store/to-receipt.js';
import { localTime } from '../window/local-time.js';
import { windowKey } from '../window/window-key.js';
import { checkBooks } from './check-books.js';
import type { HolderRow } from './holder-table.js';
import { LedgerTables } from './ledger-tables.js';
import { type DatabaseOptions, openDatabase } from './open-database.js';
import { patiently } from './patiently.js';
import { livenessOf, thisProcess } from './process-identity.js';
import { sameFile } from './same-file.js';
import { storeError } from './sqlite-error.js';
import { WriteQueue } from './write-queue.js';

export interface SqliteLedgerOptions {
  /** Where the file is, or is to be. Its folder is made if it does not exist. */
  readonly file: string;
  /** For reports: nothing can be reserved or settled. Default false. */
  readonly readOnly?: boolean | undefined;
  /** How long to wait for other processes that use the file. Default 10,000. */
  readonly busyTimeoutMs?: number | undefined;
  /**
   * How long a process on another machine or in another container is taken to live without a sign. Default
   * 60,000. On the same machine the operating system is asked instead.
   */
  readonly leaseMs?: number | undefined;
  /** Wall-clock time in milliseconds since 1970, for windows, receipts and leases. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** What tests put in the place of the operating system. */
export interface SqliteSurroundings extends Pick<DatabaseOptions, 'wrap'> {
  readonly liveness: (holder: HolderRow, here: string) => ReturnType<typeof livenessOf>;
}

interface Opened {
  readonly database: DatabaseSync;
  readonly tables: LedgerTables;
  readonly queue: WriteQueue;
}

/** A ledger and, for tests, a way to let go of its file as a killed process does. */
export function openSqliteLedger(
  options: SqliteLedgerOptions,
  surroundings: SqliteSurroundings = { liveness: livenessOf },
): { readonly ledger: CheckedLedger; readonly holder: string; readonly abandon: () => void } {
  const { file, readOnly = false, busyTimeoutMs = 10_000, leaseMs = 60_000 } = options;
  const { now = Date.now } = options;
  const { liveness, wrap } = surroundings;
  const self = thisProcess();
  const holder = `${self.pid}:${randomUUID()}`;
  const held = new Set<string>();
  let opening: Promise<Opened> | undefined;
  let beat: NodeJS.Timeout | undefined;
  let closed = false;

  const me = (): HolderRow => ({ ...self, id: holder, leaseUntil: Math.floor(now()) + leaseMs });
  const recover = ({ tables }: Opened): readonly Receipt[] => {
    const at = now();
    return tables.holders.others(holder).flatMap((other) => {
      const state = liveness(other, self.place);
      const isDead = state === 'dead' || (state === 'unknown' && other.leaseUntil < at);
      return isDead ? tables.expire(other.id, at) : [];
    });
  };
  const open = async (): Promise<Opened> => {
    const patience = { file, busyTimeoutMs };
    const database = await patiently(() => openDatabase({ file, readOnly, wrap }), patience);
    const tables = new LedgerTables(database);
    const queue = new WriteQueue(database, { ...patience, checkFile: sameFile(file) });
    const opened = { database, tables, queue };
    if (readOnly) return opened;
    try {
      await opened.queue.run(() => recover(opened));
    } catch (error) {
      database.close();
      throw error;
    }
    beat = setInterval(() => {
      if (held.size > 0) void opened.queue.run(() => renew(opened)).catch(() => {});
    }, leaseMs / 3);
    beat.unref();
    return opened;
  };
  const renew = (opened: Opened) => {
    opened.tables.holders.renew(me());
    recover(opened);
  };
  const opened = (): Promise<Opened> => {
    if (closed) return Promise.reject(closedAlready(file));
    if (opening === undefined) {
      opening = open();
      // What was in the way may be gone at the next call.
      opening.catch(() => {
        opening = undefined;
      });
    }
    return opening;
  };
  const write = async <T>(work: (opened: Opened) => T): Promise<T> => {
    const target = await opened();
    return target.queue.run(() => work(target));
  };
  const read = async <T>(work: (opened: Opened) => T): Promise<T> => {
    const target = await opened();
    return target.queue.read(() => work(target));
  };
  const resolved = async (receipt: Promise<Receipt>): Promise<Receipt> => {
    const written = await receipt;
    held.delete(written.id);
    return written;
  };

  const ledger: CheckedLedger = {
    async reserve(reservation) {
      const admission = await write(({ tables }) => tables.reserve(reservation, me(), now()));
      held.add(reservation.id);
      return admission;
    },
    settle: (id, settlement) =>
      resolved(write(({ tables }) => tables.resolve(id, 'settled', settlement, now()))),
    release: (id, refusal) =>
      resolved(write(({ tables }) => tables.resolve(id, 'released', refused(refusal), now()))),
    recover: () => write(recover),
    async balance(scope, callId = '') {
      const asked = typeof scope === 'string' ? { id: scope } : scope;
      const window = windowKey(asked, now(), callId);
      return read(({ tables }) => ({ ...tables.accounts.balance({ scopeId: asked.id, window }) }));
    },
    reopen: (scopeId) => write(({ tables }) => tables.accounts.reopen(scopeId)),
    receipts: (query = {}) => read(({ tables }) => tables.receipts.find(query)),
    async spend(query) {
      // A time zone that does not exist is refused here, with a sentence, and not inside SQLite.
      localTime(0, query.timeZone ?? 'UTC');
      return read(({ tables }) => tables.receipts.spend(query));
    },
    async prune(before) {
      let pruned = 0;
      for (let step = -1; step !== 0; pruned += step) {
        step = await write(({ tables }) => tables.prune(before));
      }
      if (pruned > 0) await read(({ database }) => emptyLog(database));
      return pruned;
    },
    check: () => read(({ database }) => checkBooks(database)),
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(beat);
      const target = await opening?.catch(() => undefined);
      if (target === undefined) return;
      if (!readOnly) await target.queue.run(() => target.tables.holders.leave(holder));
      await target.queue.idle();
      target.database.close();
    },
  };
  const abandon = () => {
    closed = true;
    clearInterval(beat);
    void opening?.then(({ database }) => database.close());
  };
  return { ledger, holder, abandon };
}

/**
 * A ledger in a file, for as many processes as there are: exact, atomic and durable.
 *
 * It is opened at the first use, and a failure to do so is that call's `store` error: nothing is sent.
 * What is settled is on disk before the promise resolves, a loss of power included. Calls of one turn of
 * the event loop share a transaction. A process that is killed loses nothing: what it held counts as
 * spent, at its maximum, as soon as another opens the file or looks (`recover`).
 *
 * @throws {ChatError} `store` from each method: `locked`, `read-only`, `full`, `moved`, `corrupt` and their like, with
 * the file and what to do.
 * @example
 * const ledger = sqliteLedger({ file: '/var/lib/my-app/spend.db' });
 * const client = new ChatClient({ model: 'gpt-4o-mini', ledger, budget: scope({ id: 'my-app', limitUsd: '5', per: 'day' }) });
 */
export function sqliteLedger(options: SqliteLedgerOptions): CheckedLedger {
  return openSqliteLedger(options).ledger;
}

/** So that what was pruned is not left in the log either; while others are at work there, later ones empty it. */
function emptyLog(database: DatabaseSync): void {
  if (!database.isTransaction) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function closedAlready(file: string) {
  return storeError(
    'closed',
    `The ledger ${file} has been closed.`,
    'Close it after the last call, or open another with sqliteLedger().',
  );
}
