import { memoryLedger } from '@farebox/cost';
import type { LedgerPlace } from '../fare-box/use-fare-box.js';

/** The ledger of the workbench: who goes to another page and comes back has spent what they have spent. */
export const pageLedger: LedgerPlace = { current: memoryLedger() };
