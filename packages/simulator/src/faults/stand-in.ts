import type { Dice } from '../random/dice.js';
import type { Fault, FaultContext, FaultSettings } from './fault.js';
import { faults, settingsOf } from './faults.js';
import type { NamedFault } from './script.js';

/** What is answered in place of the model, and whether the model had answered all the same. */
export interface StandIn {
  readonly response: Response;
  readonly billed: boolean;
  /** Whether it says that nothing was generated. */
  readonly refused: boolean;
}

const billedShare = 1 / 3;

/**
 * The first of the faults that answers in place of the model, if one does.
 *
 * A 5xx, and a 2xx whose answer a proxy has lost, say nothing about what they cost: one in three, drawn
 * by the seed, was generated and is billed, unless the fault says `billed`. Anything else came before.
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
    const isRefusal = response.status >= 300 && response.status < 500;
    const tellsNothing = settingsOf(fault).includes('billed') && !isRefusal;
    const billed = tellsNothing ? isBilled(settings, random) : settings.billed === true;
    return { response, billed, refused: !tellsNothing && !billed };
  }
  return undefined;
}

/** Whether what was never sent was generated, and is billed. */
export function isBilled({ billed }: FaultSettings, random: Dice): boolean {
  return billed ?? random() < billedShare;
}
