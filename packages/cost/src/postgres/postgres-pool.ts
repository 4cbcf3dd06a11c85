/** What a ledger needs of a client of PostgreSQL: a `Pool` of `pg` has it, and others do. */
export interface PostgresPool {
  query(
    text: string,
    values?: unknown[],
  ): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}
