export {
  type SqliteLedger,
  type SqliteLedgerOptions,
  sqliteLedger,
} from './sqlite/sqlite-ledger.js';
