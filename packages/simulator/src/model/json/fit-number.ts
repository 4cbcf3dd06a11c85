import type { NumberRules } from './shape.js';

/** How many steps from a bound are looked at for a number that keeps all rules. */
const maximumTries = 2_000;

/** Whether a number keeps the rules. A multiple is one where the division leaves an integer. */
export function fitsNumber(rules: NumberRules, value: number): boolean {
  if (!Number.isFinite(value) || (rules.integer && !Number.isInteger(value))) return false;
  if (value < rules.minimum || value > rules.maximum) return false;
  if (value <= rules.exclusiveMinimum || value >= rules.exclusiveMaximum) return false;
  return rules.multipleOf === undefined || Number.isInteger(value / rules.multipleOf);
}

/** The number that keeps the rules and is near the wanted one; `undefined` where none is found. */
export function nearestNumber(rules: NumberRules, wanted: number): number | undefined {
  const low = Math.max(rules.minimum, rules.exclusiveMinimum);
  const high = Math.min(rules.maximum, rules.exclusiveMaximum);
  const inside = Math.min(Math.max(wanted, low), high);
  if (fitsNumber(rules, inside)) return inside + 0;
  const step = rules.multipleOf ?? (rules.integer ? 1 : undefined);
  if (step === undefined) {
    const between = [(low + high) / 2, low + 1, high - 1, low + 1e-6, high - 1e-6];
    return between.find((value) => fitsNumber(rules, value));
  }
  const start = Math.round(inside / step);
  for (let distance = 0; distance <= maximumTries; distance++) {
    for (const count of [start + distance, start - distance]) {
      // Thirds and tenths are not exact: of the two ways to write a multiple one may divide.
      const values = [count * step, Number((count * step).toPrecision(12))];
      const value = values.find((candidate) => fitsNumber(rules, candidate));
      if (value !== undefined) return value + 0;
    }
  }
  return undefined;
}
