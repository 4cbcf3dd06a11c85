import type { Drawn, Source } from '../draw/source.js';
import type { Label } from '../draw/string-kind.js';
import type { Shape } from './shape.js';

/** What writes the values inside a value. */
export interface Writer {
  write(shape: Shape, label: Label, source: Source): Drawn;
  /** Pays for a part that could be left out; `false` where the answer would grow too large. */
  afford(shape: Shape): boolean;
  /** Whether a shape is being written around the place where it stands again. */
  isAround(shape: Shape): boolean;
  /** Tries a part that can be left out, and gives back what it took and paid where it is. */
  attempt(source: Source, trial: () => Drawn, keeps: (drawn: Drawn) => boolean): Drawn;
}
