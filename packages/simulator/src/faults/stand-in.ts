import type { Dice } from '../random/dice.js';
import type { Fault, FaultContext, FaultSettings } from './fault.js';
import { faults } from './faults.js';
import type { NamedFault } from './script.js';

/** What is answered in place of the model, and whether the model had answered all the same. */
export interface StandIn {
  readonly response: Response;
  readonly billed: boolean;
}

const billedShare = 1 / 3;

/**
 * The first of the faults that answers in place of the model, if one does.
 *
 * A 5xx says nothing about what it cost: one in three, drawn by the seed, has generated its answer
 * and bills it, unless the fault says `billed`. Anything else came before generation.
 */
export function standIn(
  asked: readonly NamedFault[],
  context: FaultContext,
  random: Dice,
): StandIn | undefined {
  for (const { fault, ...settings } of asked) {
    const { reply } = faults[fault] as Partial<Extract<Fault, { reply: unknown }>>;
    if (reply === undefined) continue;
    const response = reply(context, settings);
    if (response === undefined) continue;
    for (const [name, value] of Object.entries(settings.headers ?? {})) {
      response.headers.set(name, value);
    }
    return { response, billed: response.status >= 500 && isBilled(settings, random) };
  }
  return undefined;
}

/** Whether what was never sent was generated, and is billed. */
export function isBilled({ billed }: FaultSettings, random: Dice): boolean {
  return billed ?? random() < billedShare;
}
