import type { SQLInputValue } from 'node:sqlite';
import { amountOf, type Receipt, type Settlement } from '../receipt.js';
import {
  pageSize,
  type ReceiptFilter,
  type ReceiptQuery,
  type Spend,
  type SpendQuery,
} from '../receipt-query.js';
import type { Hold } from '../store/hold.js';
import { holdFromText, holdToText } from '../store/hold-text.js';
import { settlementFromText, settlementToText } from '../store/settlement-text.js';
import { toReceipt } from '../store/to-receipt.js';
import { usageCounts } from '../usage-counts.js';
import type { Row, Statements } from './statements.js';

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** So that no sum of amounts can pass 64 bits: dollars and the rest are added up apart. */
const dollar = 1_000_000_000_000n;

/** The receipts, in the order in which they were written. */
export class ReceiptTable {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  get(id: string): { readonly receipt: Receipt; readonly hold: Hold } | undefined {
    const row = this.#sql.get('SELECT * FROM receipts WHERE id = ?', id);
    return row === undefined ? undefined : receiptAndHold(row);
  }

  /** Adds what a hold has become, or puts it in the place of the receipt with this id. */
  put(hold: Hold, receipt: Receipt, settlement: Settlement): Receipt {
    const { id, callId, resolution, settledAt, scopeIds, tags } = receipt;
    const { model, cost, usage, content } = settlement;
    const { inputTokens, outputTokens } = usageCounts(usage);
    const row = this.#sql.get(
      `INSERT INTO receipts (id, call_id, resolution, settled_at, model, known, amount, input_tokens, output_tokens,
         scope_ids, tags, settlement, hold) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET resolution = excluded.resolution, settled_at = excluded.settled_at,
         model = excluded.model, known = excluded.known, amount = excluded.amount,
         input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens,
         settlement = excluded.settlement RETURNING sequence`,
      id,
      callId,
      resolution,
      settledAt,
      model,
      cost.known,
      amountOf(cost),
      inputTokens,
      outputTokens,
      JSON.stringify(scopeIds),
      JSON.stringify(tags),
      settlementToText(settlement),
      holdToText(hold),
    );
    const sequence = Number(row?.sequence);
    if (content !== undefined) {
      const keep = 'INSERT OR REPLACE INTO contents (sequence, content) VALUES (?, ?)';
      this.#sql.run(keep, sequence, JSON.stringify(content));
    }
    return { ...receipt, sequence };
  }

  find(query: ReceiptQuery): readonly Receipt[] {
    const { after, newestFirst, limit = pageSize, content = false, ...filter } = query;
    const { sql, values } = conditionOf(filter);
    const from = content ? 'receipts LEFT JOIN contents USING (sequence)' : 'receipts';
    const [follows, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
    const rows = this.#sql.all(
      `SELECT * FROM ${from} WHERE ${sql} AND sequence ${follows} ? ORDER BY sequence ${order} LIMIT ?`,
      ...values,
      after ?? (newestFirst ? Number.MAX_SAFE_INTEGER : -1),
      limit,
    );
    return rows.map((row) => receiptAndHold(row).receipt);
  }

  spend({ by, timeZone = 'UTC', ...filter }: SpendQuery): readonly Spend[] {
    const { sql, values } = conditionOf(filter);
    const group = groupOf(by, timeZone);
    const rows = this.#sql.all(
      `SELECT ${group.sql} AS key, count(*) AS attempts, sum(known = 'unknown') AS unknown,
         sum(amount / ${dollar}) AS dollars, sum(amount % ${dollar}) AS rest,
         sum(iif(known = 'bounded', amount / ${dollar}, 0)) AS boundedDollars,
         sum(iif(known = 'bounded', amount % ${dollar}, 0)) AS boundedRest,
         sum(input_tokens) AS inputTokens, sum(output_tokens) AS outputTokens
       FROM receipts ${by === 'scope' ? ', json_each(scope_ids) AS scope' : ''}
       WHERE ${sql} GROUP BY key`,
      ...group.values,
      ...values,
    );
    const spends = rows.map((row): Spend => {
      const { dollars, rest, boundedDollars, boundedRest } = row as Record<string, bigint>;
      return {
        key: String(row.key),
        attempts: Number(row.attempts),
        amount: (dollars ?? 0n) * dollar + (rest ?? 0n),
        bounded: (boundedDollars ?? 0n) * dollar + (boundedRest ?? 0n),
        unknown: Number(row.unknown),
        inputTokens: Number(row.inputTokens),
        outputTokens: Number(row.outputTokens),
      };
    });
    return spends.sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  /** What was charged to what by receipts that are old. */
  before(time: number): readonly { readonly receipt: Receipt; readonly hold: Hold }[] {
    return this.#sql
      .all('SELECT * FROM receipts WHERE settled_at < ? LIMIT 100', time)
      .map(receiptAndHold);
  }

  remove(sequence: number): void {
    this.#sql.run('DELETE FROM receipts WHERE sequence = ?', sequence);
  }
}

function receiptAndHold(row: Row): { readonly receipt: Receipt; readonly hold: Hold } {
  const hold = holdFromText(String(row.hold));
  const resolution = row.resolution as Receipt['resolution'];
  const written = { at: Number(row.settled_at), sequence: Number(row.sequence) };
  const settlement = settlementFromText(String(row.settlement));
  const receipt = toReceipt(hold, resolution, settlement, written);
  if (typeof row.content !== 'string') return { receipt, hold };
  return { receipt: { ...receipt, content: JSON.parse(row.content) }, hold };
}

function conditionOf({ callId, scopeId, model, tag, from, to }: ReceiptFilter): Condition {
  const parts: Condition[] = [{ sql: 'TRUE', values: [] }];
  const where = (sql: string, ...values: SQLInputValue[]) => parts.push({ sql, values });
  if (callId !== undefined) where('call_id = ?', callId);
  if (model !== undefined) where('model = ?', model);
  if (from !== undefined) where('settled_at >= ?', from);
  if (to !== undefined) where('settled_at < ?', to);
  if (scopeId !== undefined) {
    where('EXISTS (SELECT 1 FROM json_each(scope_ids) AS s WHERE s.value = ?)', scopeId);
  }
  if (tag !== undefined) {
    const { name, value } = tag;
    where(
      'EXISTS (SELECT 1 FROM json_each(tags) AS t WHERE t.key = ? AND t.value = ?)',
      name,
      value,
    );
  }
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap((part) => part.values),
  };
}

function groupOf(by: SpendQuery['by'], timeZone: string): Condition {
  if (by === 'model') return { sql: 'model', values: [] };
  if (by === 'scope') return { sql: 'scope.value', values: [] };
  if (typeof by === 'object') {
    const value = '(SELECT t.value FROM json_each(tags) AS t WHERE t.key = ?)';
    return { sql: `coalesce(${value}, '')`, values: [by.tag] };
  }
  return { sql: 'calendar_key(?, settled_at, ?)', values: [by, timeZone] };
}
