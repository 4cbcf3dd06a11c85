import type { TargetLanguage } from '../text/language.js';
import type { Slots } from '../text/template.js';

/** A pattern in the prompt, and how much it speaks for a subject; 3 are enough alone. */
export type Signal = readonly [pattern: RegExp, points: number];

/** Something the model can explain. Its texts are templates (see `segmentsOf`). */
export interface Topic {
  /** What it is about, as a part of a sentence. */
  readonly name: string;
  readonly signals: readonly Signal[];
  /** The short answer; the first line stands alone as the one-sentence answer. */
  readonly brief: readonly [string, string];
  readonly explanation: string;
  readonly example: Example;
  readonly notes: string;
}

/** The same topic for other readers than beginners, and in few words. */
export interface Telling {
  /** An everyday comparison without code; each sentence builds on those before it. */
  readonly child: string;
  /** Semantics, costs, sharp edges and an idiom, for people who know the basics. */
  readonly expert: string;
  /** A question that leads to the answer. */
  readonly question: string;
  /** In one, three, five and ten words; code counts as it is split by spaces. */
  readonly words: readonly [string, string, string, string];
}

/** Code or wire text that shows a topic. */
export interface Example {
  readonly language: string;
  readonly code: string;
  /** The same in TypeScript; without what stands in `‹…›` it is JavaScript. */
  readonly typescript?: string;
}

/** Code that can be asked for by what it does. Its texts hold for every language. */
export interface Exercise {
  readonly name: string;
  readonly signals: readonly Signal[];
  /** What the code does, in a sentence or two. */
  readonly opening: string;
  readonly example: Example;
  /** What to mind, and why it is written like this. */
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

/** Something a reviewer may notice in Python code. */
export interface Remark {
  readonly name: string;
  /** The names that the code uses, if there is something to notice. */
  readonly notices: (code: string) => Slots | undefined;
  readonly text: string;
}

/** A small piece of Python, known by its shape, in other languages. */
export interface Snippet {
  readonly name: string;
  /** Its named groups fill the `{{name=default}}` places. */
  readonly shape: RegExp;
  /** Said in words instead of code. */
  readonly words: RegExp;
  readonly comment: string;
  readonly targets: Readonly<Record<TargetLanguage, string>>;
}

/** Writing to order: the whole answer is one template. */
export interface Piece {
  readonly name: string;
  readonly signals: readonly Signal[];
  readonly text: string;
}
