import { type Circuit, type CircuitPolicy, circuit } from './circuit.js';

/** The circuits of one provider, by model. */
export interface BreakerRegistry {
  /** The model's circuit; the first to name a model sets its policy. */
  circuit(model: string, policy: CircuitPolicy): Circuit;
}

/**
 * What breakers share: give the same one to all breakers before the same provider.
 *
 * One registry is for one origin: models of the same name at two providers must not share a circuit.
 */
export function breakerRegistry(): BreakerRegistry {
  const circuits = new Map<string, Circuit>();
  return {
    circuit(model, policy) {
      const known = circuits.get(model) ?? circuit(policy);
      circuits.set(model, known);
      return known;
    },
  };
}
