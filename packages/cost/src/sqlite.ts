export { type SqliteLedgerOptions, sqliteLedger } from './sqlite/sqlite-ledger.js';
