import type { Hold } from '../store/hold.js';
import { holdFromText, holdToText } from '../store/hold-text.js';
import type { ProcessIdentity } from './process-identity.js';
import type { Statements } from './statements.js';

/** A holder as others see it. */
export interface HolderRow extends ProcessIdentity {
  readonly id: string;
  readonly leaseUntil: number;
}

/** What is held, and by whom. */
export class HolderTable {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  hold(id: string): Hold | undefined {
    const row = this.#sql.get('SELECT hold FROM holds WHERE id = ?', id);
    return row === undefined ? undefined : holdFromText(String(row.hold));
  }

  add(hold: Hold): void {
    const { id, holder } = hold;
    this.#sql.run(
      'INSERT INTO holds (id, holder, hold) VALUES (?, ?, ?)',
      id,
      holder,
      holdToText(hold),
    );
  }

  remove(id: string): void {
    this.#sql.run('DELETE FROM holds WHERE id = ?', id);
  }

  heldBy(holder: string): readonly Hold[] {
    const rows = this.#sql.all('SELECT hold FROM holds WHERE holder = ? ORDER BY id', holder);
    return rows.map((row) => holdFromText(String(row.hold)));
  }

  /** Says that a holder lives, at least until then. */
  renew({ id, place, pid, started, leaseUntil }: HolderRow): void {
    this.#sql.run(
      `INSERT INTO holders (id, place, pid, started, lease_until) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET place = excluded.place, lease_until = excluded.lease_until`,
      id,
      place,
      pid,
      started,
      leaseUntil,
    );
  }

  others(id: string): readonly HolderRow[] {
    return this.#sql.all('SELECT * FROM holders WHERE id <> ?', id).map((row) => ({
      id: String(row.id),
      place: String(row.place ?? ''),
      pid: Number(row.pid),
      started: String(row.started),
      leaseUntil: Number(row.lease_until),
    }));
  }

  forget(holder: string): void {
    this.#sql.run('DELETE FROM holders WHERE id = ?', holder);
  }

  /** It has closed: if it still holds something, only its lease says when that is lost. */
  leave(holder: string): void {
    const holds = this.#sql.get('SELECT 1 FROM holds WHERE holder = ?', holder);
    if (holds === undefined) this.forget(holder);
    else this.#sql.run('UPDATE holders SET place = NULL WHERE id = ?', holder);
  }
}
