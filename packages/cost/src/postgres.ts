export { type PostgresLedgerOptions, postgresLedger } from './postgres/postgres-ledger.js';
export type { PostgresPool } from './postgres/postgres-pool.js';
