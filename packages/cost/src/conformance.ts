export type {
  ConformanceCheck,
  ConformanceOptions,
  StoreUnderTest,
} from './conformance/harness.js';
export { ledgerConformance } from './conformance/ledger-conformance.js';
