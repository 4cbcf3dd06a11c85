import type { World } from '../world/world.ts';

/** One thing that must hold, whatever happens. */
export interface Invariant {
  /** What must hold, as a sentence. */
  readonly holds: string;
  /**
   * Where it does not, with the numbers.
   *
   * @param ids what the provider calls each request, by its number.
   */
  readonly broken: (world: World, ids: readonly string[]) => Iterable<string>;
}
