import type { World } from '../world/world.ts';
import { excusedOverruns } from './dearer-than-asked.ts';
import type { Invariant } from './invariant.ts';

/**
 * Checked after every step, on the ledger itself and on what was written down beside it.
 *
 * A scope that a provider has overrun by serving what nobody asked for is closed: its limit is passed.
 */
export async function overspent(world: World): Promise<string[]> {
  const found: string[] = [];
  const excused = excusedOverruns(world);
  for (const [number, ledger] of world.ledgers.entries()) {
    const overruns = ledger.settled.filter(({ id, overrun }) => overrun && excused.has(id));
    for (const { id, limit } of world.scopes) {
      const { settled, reserved, closed } = await ledger.balance(id);
      const held = ledger.held(id);
      const where = `${id} of ledger ${number}`;
      if (settled !== held.settled || reserved !== held.reserved) {
        found.push(
          `${where} says ${settled} settled and ${reserved} reserved; written down are ${held.settled} and ${held.reserved}`,
        );
      }
      if (overruns.some(({ scopeIds }) => scopeIds.includes(id))) {
        if (limit !== undefined && !closed) found.push(`${where} is open after an overrun`);
        continue;
      }
      if (limit !== undefined && held.settled + held.reserved > limit) {
        found.push(
          `${where} holds ${held.settled} settled and ${held.reserved} reserved of ${limit}`,
        );
      }
      if (closed) found.push(`${where} was closed by an overrun`);
    }
  }
  return found;
}

export const neverOverspent = 'in every scope, settled + reserved ≤ limit after every step';

export const budgetInvariants: readonly Invariant[] = [
  {
    holds: 'nothing stays reserved once all calls have ended',
    *broken({ ledgers, scopes }) {
      for (const ledger of ledgers) {
        for (const { id } of scopes) {
          const { reserved } = ledger.held(id);
          if (reserved !== 0n) yield `${reserved} are still reserved in ${id}`;
        }
      }
    },
  },
];
