import { heldAndSettled, wrongBalance } from '../store/checked-ledger.js';
import type { PostgresPool } from './postgres-pool.js';

/** What is wrong with the books, in sentences; empty when nothing is. One statement, so that it sees one moment. */
export async function checkBooks(pool: PostgresPool, schema: string): Promise<readonly string[]> {
  const { rows } = await pool.query(`
    WITH charges AS (
      SELECT a.scope_id, a.time_window, (h.hold::json ->> 'amount')::numeric AS reserved, 0 AS settled
      FROM ${schema}.holds h, ${schema}.accounts_of(h.hold::json) a
      UNION ALL
      SELECT a.scope_id, a.time_window, 0, r.amount
      FROM ${schema}.receipts r, ${schema}.accounts_of(r.hold::json) a
    ), totals AS (
      SELECT scope_id, time_window, sum(reserved) AS reserved, sum(settled) AS settled
      FROM charges GROUP BY scope_id, time_window
    )
    SELECT scope_id, time_window, NULL AS id FROM ${schema}.accounts a FULL JOIN totals t USING (scope_id, time_window)
    WHERE a.reserved IS DISTINCT FROM coalesce(t.reserved, 0)
      OR a.settled IS DISTINCT FROM a.forgotten + coalesce(t.settled, 0)
    UNION ALL
    SELECT NULL, NULL, id FROM ${schema}.holds JOIN ${schema}.receipts USING (id)`);
  return rows.map(({ scope_id, time_window, id }) =>
    id === null
      ? wrongBalance({ scopeId: String(scope_id), window: String(time_window) })
      : heldAndSettled(String(id)),
  );
}
