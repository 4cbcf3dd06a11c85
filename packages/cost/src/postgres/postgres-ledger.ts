import { randomUUID } from 'node:crypto';
import { ChatError } from '@farebox/core';
import type { Admission, Reservation } from '../ledger.js';
import { amountOf, type Receipt, type Settlement } from '../receipt.js';
import { toAccounts } from '../store/account.js';
import { checkAmount } from '../store/check-amount.js';
import type { CheckedLedger } from '../store/checked-ledger.js';
import { toHold } from '../store/hold.js';
import { holdFromText, holdToText } from '../store/hold-text.js';
import { settlementToText } from '../store/settlement-text.js';
import { lost, refused } from '../store/to-receipt.js';
import { usageCounts } from '../usage-counts.js';
import { localTime } from '../window/local-time.js';
import { windowKey } from '../window/window-key.js';
import { admissionOf, type ReserveAnswer, type ResolveAnswer, receiptFrom } from './answers.js';
import { checkBooks } from './check-books.js';
import { migrate } from './migrate.js';
import { persistently } from './persistently.js';
import type { PostgresPool } from './postgres-pool.js';
import { findReceipts, pruneReceipts, sumReceipts } from './receipt-queries.js';
import { StatementQueue } from './statement-queue.js';

export interface PostgresLedgerOptions {
  /** A `Pool` of `pg`, or anything with its `query`. It stays yours: `close()` does not end it. */
  readonly pool: PostgresPool;
  /** The schema that the tables are in; made if it does not exist. Default `farebox`. */
  readonly schema?: string | undefined;
  /** How long to go on trying while the server is away or calls are in each other's way. Default 10,000. */
  readonly patienceMs?: number | undefined;
  /** How long a process is taken to live without a sign, by the server's clock. Default 60,000. */
  readonly leaseMs?: number | undefined;
  /** Wall-clock time in milliseconds since 1970, for windows and receipts. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** A ledger and, for tests, a way to fall silent as a killed process does. */
export function openPostgresLedger(options: PostgresLedgerOptions): {
  readonly ledger: CheckedLedger;
  readonly holder: string;
  readonly abandon: () => void;
} {
  const { pool, schema = 'farebox', patienceMs = 10_000, leaseMs = 60_000 } = options;
  const { now = Date.now } = options;
  checkSchema(schema);
  const holder = randomUUID();
  const held = new Set<string>();
  let migrated: Promise<void> | undefined;
  let beat: NodeJS.Timeout | undefined;
  let closed = false;

  const ready = async () => {
    if (closed) throw closedAlready();
    migrated ??= persistently(patienceMs, () => migrate(pool, schema)).then(() => {
      beat ??= setInterval(() => {
        if (held.size > 0) void renew().catch(() => {});
      }, leaseMs / 3);
      beat.unref();
    });
    try {
      await migrated;
    } catch (error) {
      migrated = undefined;
      throw error;
    }
  };
  /** One statement, one transaction, one round trip; may be repeated. */
  const query = async (text: string, values: unknown[] = []) => {
    await ready();
    return persistently(patienceMs, async () => (await pool.query(text, values)).rows);
  };
  const queue = new StatementQueue(async (asked: readonly object[]) => {
    const text = `SELECT answer FROM ${schema}.together($1) AS answer`;
    const { rows } = await pool.query(text, [JSON.stringify(asked)]);
    return rows.map(({ answer }) => answer);
  }, patienceMs);
  const renew = async () => {
    await query(`SELECT ${schema}.renew($1, $2)`, [holder, leaseMs]);
    await recover();
  };
  const reserve = async (reservation: Reservation): Promise<Admission> => {
    const { id, amount: asked = 0n, atLeast, scopes, callId } = reservation;
    checkAmount('amount', asked);
    if (atLeast !== undefined) checkAmount('atLeast', atLeast);
    const least = atLeast !== undefined && atLeast < asked ? atLeast : asked;
    const at = now();
    const charged = toAccounts(scopes, at, callId);
    const wanted = { amount: asked, softLimits: [] };
    const hold = holdToText(toHold(reservation, charged, wanted, { by: holder, at }));
    await ready();
    const answer = await queue.ask({ id, hold, least: String(least), holder, leaseMs });
    const admission = admissionOf(answer as ReserveAnswer, id, least);
    held.add(id);
    return admission;
  };
  const resolve = async (
    id: string,
    resolution: Receipt['resolution'],
    settlement: Settlement,
  ): Promise<Receipt> => {
    const cost = amountOf(settlement.cost);
    checkAmount('cost.amount', cost);
    const { inputTokens, outputTokens } = usageCounts(settlement.usage);
    const at = now();
    await ready();
    const answer = await queue.ask({
      id,
      resolution,
      settlement: settlementToText(settlement),
      model: settlement.model,
      known: settlement.cost.known,
      cost: String(cost),
      inputTokens,
      outputTokens,
      at,
      content: settlement.content && JSON.stringify(settlement.content),
    });
    const receipt = receiptFrom(answer as ResolveAnswer, id, resolution, settlement, at);
    held.delete(id);
    return receipt;
  };
  const recover = async (): Promise<readonly Receipt[]> => {
    const rows = await query(
      `SELECT h.hold FROM ${schema}.holds h LEFT JOIN ${schema}.holders o ON o.id = h.holder
       WHERE h.holder <> $1 AND coalesce(o.lease_until < clock_timestamp(), true) ORDER BY h.id`,
      [holder],
    );
    const resolved = await Promise.all(
      rows.map(async (row) => {
        const hold = holdFromText(String(row.hold));
        try {
          return [await resolve(hold.id, 'expired', lost(hold))];
        } catch (error) {
          // It was settled in the meantime: its holder was only slow.
          if ((error as ChatError).code === 'resolved') return [];
          throw error;
        }
      }),
    );
    await query(
      `DELETE FROM ${schema}.holders o WHERE lease_until < clock_timestamp() - interval '1 day'
       AND NOT EXISTS (SELECT 1 FROM ${schema}.holds h WHERE h.holder = o.id)`,
    );
    return resolved.flat();
  };

  const ledger: CheckedLedger = {
    reserve,
    settle: (id, settlement) => resolve(id, 'settled', settlement),
    release: (id, refusal) => resolve(id, 'released', refused(refusal)),
    recover,
    async balance(scope, callId = '') {
      const asked = typeof scope === 'string' ? { id: scope } : scope;
      const [row] = await query(
        `SELECT settled, reserved, closed FROM ${schema}.accounts WHERE scope_id = $1 AND time_window = $2`,
        [asked.id, windowKey(asked, now(), callId)],
      );
      const { settled = 0, reserved = 0, closed: isClosed = false } = row ?? {};
      return {
        settled: BigInt(String(settled)),
        reserved: BigInt(String(reserved)),
        closed: isClosed === true,
      };
    },
    async reopen(scopeId) {
      await query(`UPDATE ${schema}.accounts SET closed = false WHERE scope_id = $1 AND closed`, [
        scopeId,
      ]);
    },
    async receipts(asked = {}) {
      await ready();
      return persistently(patienceMs, () => findReceipts(pool, schema, asked));
    },
    async spend(asked) {
      // A time zone that does not exist is refused here, with a sentence.
      localTime(0, asked.timeZone ?? 'UTC');
      await ready();
      return persistently(patienceMs, () => sumReceipts(pool, schema, asked));
    },
    async prune(before) {
      await ready();
      let pruned = 0;
      for (let step = -1; step !== 0; pruned += step) {
        step = await persistently(patienceMs, () => pruneReceipts(pool, schema, before));
      }
      return pruned;
    },
    async check() {
      await ready();
      return persistently(patienceMs, () => checkBooks(pool, schema));
    },
    async close() {
      if (!closed && migrated !== undefined) {
        // If it still holds something, its lease says when that is lost.
        await query(
          `DELETE FROM ${schema}.holders o WHERE id = $1
           AND NOT EXISTS (SELECT 1 FROM ${schema}.holds h WHERE h.holder = o.id)`,
          [holder],
        );
      }
      closed = true;
      clearInterval(beat);
    },
  };
  const abandon = () => {
    closed = true;
    clearInterval(beat);
  };
  return { ledger, holder, abandon };
}

/**
 * A ledger in PostgreSQL, for teams on many machines: exact, atomic and durable.
 *
 * What one process asks for at once is one statement, and so one round trip and one transaction; nothing depends
 * on the session, so a pooler in transaction mode is fine. A lost connection is waited out (`patienceMs`), and what was under
 * way is asked again, which is safe because each id counts once.
 *
 * @throws {ChatError} `store` from each method: `unreachable`, `permission`, `read-only`, `full` and their like, with
 * what to do. `configuration` for a schema that is no name.
 * @example
 * const ledger = postgresLedger({ pool: new Pool({ connectionString: process.env.DATABASE_URL }) });
 */
export function postgresLedger(options: PostgresLedgerOptions): CheckedLedger {
  return openPostgresLedger(options).ledger;
}

function checkSchema(schema: string): void {
  if (/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) return;
  throw new ChatError({
    kind: 'configuration',
    message: 'schema must be a plain name of small letters, digits and underscores.',
    fix: "Write it as in 'farebox'.",
  });
}

function closedAlready(): ChatError {
  return new ChatError({
    kind: 'store',
    code: 'closed',
    message: 'The ledger in PostgreSQL has been closed.',
    fix: 'Close it after the last call, or open another with postgresLedger().',
  });
}
