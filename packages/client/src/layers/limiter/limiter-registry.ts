import type { Clock } from '@farebox/core';
import { type Gate, type GateLimits, gate } from './gate.js';

/** The gates of one provider, by model. */
export interface LimiterRegistry {
  /** The model's gate; the first call to name a model sets its limits and its clock. */
  gate(model: string, limits: GateLimits, clock: Clock): Gate;
}

/**
 * What limiters share: give the same one to all limiters before the same provider and account.
 *
 * One registry is for one provider: models of the same name at two of them have their own limits.
 */
export function limiterRegistry(): LimiterRegistry {
  const gates = new Map<string, Gate>();
  return {
    gate(model, limits, clock) {
      const known = gates.get(model) ?? gate(limits, clock);
      gates.set(model, known);
      return known;
    },
  };
}
