import type { Slots } from '../model/template.js';

/** A pattern in the prompt, and how much it speaks for a topic; 3 are enough alone. */
export type Signal = readonly [pattern: RegExp, points: number];

/** Something the model can explain. Its texts are templates (see `segmentsOf`). */
export interface Topic {
  /** What it is about, as a part of a sentence. */
  readonly name: string;
  readonly signals: readonly Signal[];
  /** The short answer; the first line stands alone as the one-sentence answer. */
  readonly brief: readonly [string, string];
  readonly explanation: string;
  /** Code or wire text that shows it. */
  readonly example?: { readonly language: string; readonly code: string };
  readonly notes: string;
}

/** A classic mistake, recognised by the shape of the code or by its description. */
export interface Bug {
  readonly name: string;
  /** The names that the code uses, if the code has the mistake. */
  readonly detect: (code: string) => Slots | undefined;
  readonly signals: readonly Signal[];
  readonly cause: string;
  /** The mended code; `{{name=default}}` takes the names that were found. */
  readonly fix: string;
  readonly lesson: string;
}

/** Writing to order: the whole answer is one template. */
export interface Piece {
  readonly name: string;
  readonly signals: readonly Signal[];
  readonly text: string;
}
