import type { DatabaseSync } from 'node:sqlite';
import { heldAndSettled, wrongBalance } from '../store/checked-ledger.js';

/** Per account what its holds and its receipts come to, beside what it says itself. */
const sums = `
WITH charges AS (
  SELECT a.value ->> 'scopeId' AS scope_id, a.value ->> 'window' AS time_window,
    CAST(hold ->> 'amount' AS INTEGER) AS reserved, 0 AS settled
  FROM holds, json_each(hold, '$.accounts') AS a
  UNION ALL
  SELECT a.value ->> 'scopeId', a.value ->> 'window', 0, amount
  FROM receipts, json_each(hold, '$.accounts') AS a
), totals AS (
  SELECT scope_id, time_window, sum(reserved) AS reserved, sum(settled) AS settled
  FROM charges GROUP BY scope_id, time_window
)
SELECT accounts.scope_id, accounts.time_window FROM accounts LEFT JOIN totals USING (scope_id, time_window)
WHERE accounts.reserved <> coalesce(totals.reserved, 0)
  OR accounts.settled <> accounts.forgotten + coalesce(totals.settled, 0)
UNION ALL
SELECT totals.scope_id, totals.time_window FROM totals LEFT JOIN accounts USING (scope_id, time_window)
WHERE accounts.used_at IS NULL`;

/** What is wrong with the file or the books in it, in sentences; empty when nothing is. */
export function checkBooks(database: DatabaseSync): readonly string[] {
  const problems: string[] = [];
  for (const row of database.prepare('PRAGMA integrity_check').all()) {
    const found = String(row.integrity_check);
    if (found !== 'ok') problems.push(`The file is damaged: ${found}.`);
  }
  for (const { scope_id, time_window } of database.prepare(sums).all()) {
    problems.push(wrongBalance({ scopeId: String(scope_id), window: String(time_window) }));
  }
  const twice = 'SELECT id FROM holds WHERE id IN (SELECT id FROM receipts)';
  for (const { id } of database.prepare(twice).all()) {
    problems.push(heldAndSettled(String(id)));
  }
  return problems;
}
