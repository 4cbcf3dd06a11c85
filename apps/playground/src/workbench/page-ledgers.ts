import { memoryLedger } from '@farebox/cost';
import type { LedgerPlace } from '../fare-box/use-fare-box.js';

/**
 * The ledgers of the workbench: who goes to another page and comes back has spent what they have spent.
 *
 * What the simulator takes is no money, and stands in no list with money that is.
 */
export const pageLedgers: Readonly<Record<'simulated' | 'real', LedgerPlace>> = {
  simulated: { current: memoryLedger() },
  real: { current: memoryLedger() },
};
