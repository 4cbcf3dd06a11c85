import type { Receipt, Settlement } from '../receipt.js';
import {
  pageSize,
  type ReceiptFilter,
  type ReceiptQuery,
  type Spend,
  type SpendQuery,
} from '../receipt-query.js';
import { holdFromText } from '../store/hold-text.js';
import { settlementFromText } from '../store/settlement-text.js';
import { toReceipt } from '../store/to-receipt.js';
import type { PostgresPool } from './postgres-pool.js';

/** A row of `receipts` as a receipt. */
export function receiptOf(row: Readonly<Record<string, unknown>>): Receipt {
  const settlement: Settlement = settlementFromText(String(row.settlement));
  const resolution = row.resolution as Receipt['resolution'];
  const written = { at: Number(row.settled_at), sequence: Number(row.sequence) };
  const receipt = toReceipt(holdFromText(String(row.hold)), resolution, settlement, written);
  return typeof row.content === 'string'
    ? { ...receipt, content: JSON.parse(row.content) }
    : receipt;
}

export async function findReceipts(
  pool: PostgresPool,
  schema: string,
  { after, newestFirst, limit = pageSize, content = false, ...filter }: ReceiptQuery,
): Promise<readonly Receipt[]> {
  const contents = content ? `LEFT JOIN ${schema}.contents USING (sequence)` : '';
  const values: unknown[] = [];
  const where = conditionOf(filter, values);
  const [follows, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  values.push(after ?? (newestFirst ? Number.MAX_SAFE_INTEGER : -1), limit);
  const { rows } = await pool.query(
    `SELECT * FROM ${schema}.receipts ${contents} WHERE ${where} AND sequence ${follows} $${values.length - 1}
     ORDER BY sequence ${order} LIMIT $${values.length}`,
    values,
  );
  return rows.map(receiptOf);
}

export async function sumReceipts(
  pool: PostgresPool,
  schema: string,
  { by, timeZone = 'UTC', ...filter }: SpendQuery,
): Promise<readonly Spend[]> {
  const values: unknown[] = [];
  const key = keyOf(by, timeZone, values);
  const where = conditionOf(filter, values);
  const { rows } = await pool.query(
    `SELECT ${key} AS key, count(*) AS attempts, sum(amount) AS amount,
       coalesce(sum(amount) FILTER (WHERE known = 'bounded'), 0) AS bounded,
       count(*) FILTER (WHERE known = 'unknown') AS unknown,
       sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens
     FROM ${schema}.receipts ${by === 'scope' ? ', jsonb_array_elements_text(scope_ids) AS scope' : ''}
     WHERE ${where} GROUP BY 1`,
    values,
  );
  const spends = rows.map(
    (row): Spend => ({
      key: String(row.key),
      attempts: Number(row.attempts),
      amount: BigInt(String(row.amount)),
      bounded: BigInt(String(row.bounded)),
      unknown: Number(row.unknown),
      inputTokens: Number(row.input_tokens),
      outputTokens: Number(row.output_tokens),
    }),
  );
  return spends.sort((one, other) => (one.key < other.key ? -1 : 1));
}

/**
 * Forgets old receipts, a thousand at a time, and says how many; what they settled stays as a sum, so that the books
 * can still be checked. Single calls that are over go with their receipts.
 */
export async function pruneReceipts(
  pool: PostgresPool,
  schema: string,
  before: number,
): Promise<number> {
  const { rows } = await pool.query(
    `WITH gone AS (
       DELETE FROM ${schema}.receipts WHERE sequence IN
         (SELECT sequence FROM ${schema}.receipts WHERE settled_at < $1 ORDER BY sequence LIMIT 1000)
       RETURNING amount, hold
     ), sums AS (
       SELECT a.scope_id, a.time_window, sum(gone.amount) AS amount
       FROM gone, ${schema}.accounts_of(gone.hold::json) a GROUP BY a.scope_id, a.time_window
     ), counted AS (
       UPDATE ${schema}.accounts a SET forgotten = a.forgotten + sums.amount FROM sums
       WHERE a.scope_id = sums.scope_id AND a.time_window = sums.time_window
     )
     SELECT count(*) AS gone FROM gone`,
    [before],
  );
  await pool.query(
    `DELETE FROM ${schema}.accounts
     WHERE time_window LIKE 'call:%' AND reserved = 0 AND settled = forgotten AND used_at < $1`,
    [Math.floor(before)],
  );
  return Number(rows[0]?.gone);
}

/** Adds its values to the list, and refers to them by number. */
function conditionOf(filter: ReceiptFilter, values: unknown[]): string {
  const { callId, scopeId, model, tag, from, to } = filter;
  const parts = ['TRUE'];
  const where = (sql: (value: string) => string, value: unknown) => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  if (callId !== undefined) where((value) => `call_id = ${value}`, callId);
  if (model !== undefined) where((value) => `model = ${value}`, model);
  if (from !== undefined) where((value) => `settled_at >= ${value}`, from);
  if (to !== undefined) where((value) => `settled_at < ${value}`, to);
  if (scopeId !== undefined) {
    where((value) => `scope_ids @> ${value}::jsonb`, JSON.stringify([scopeId]));
  }
  if (tag !== undefined) {
    where((value) => `tags @> ${value}::jsonb`, JSON.stringify({ [tag.name]: tag.value }));
  }
  return parts.join(' AND ');
}

function keyOf(by: SpendQuery['by'], timeZone: string, values: unknown[]): string {
  if (by === 'model') return 'model';
  if (by === 'scope') return 'scope';
  if (typeof by === 'object') {
    values.push(by.tag);
    return "coalesce(tags ->> $1::text, '')";
  }
  values.push(timeZone, by === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM');
  return 'to_char(to_timestamp(settled_at / 1000) AT TIME ZONE $1::text, $2::text)';
}
