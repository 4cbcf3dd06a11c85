/** What the contents say of a lesson. */
export interface LessonHead {
  /** Its place in the order, from 1. */
  readonly number: number;
  /** Its address: `#/lessons/<slug>`. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** How long it takes to read, and to run its cells. */
  readonly minutes: number;
  /** The names of its cells and exercises: done when the one has run, and the other has passed. */
  readonly steps: readonly string[];
}

/** A lesson, as the page shows it from top to bottom. */
export interface Lesson extends LessonHead {
  readonly sections: readonly Section[];
  readonly blocks: readonly LessonBlock[];
}

/** An h2, which the table of contents leads to. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

export type LessonBlock = ProseBlock | CellBlock | ExerciseBlock | ViewBlock;

/** Text, made of our own Markdown when the page is built. */
export interface ProseBlock {
  readonly type: 'prose';
  readonly html: string;
}

/** Code to change and to run. */
export interface CellBlock {
  readonly type: 'cell';
  /** What it is called: what stands behind `ts cell`, or `Cell 2` for the second without a name. */
  readonly name: string;
  readonly source: string;
  readonly expected: Expected;
}

/** What a cell prints as it ships: the text of a transcript, in which `…` stands for anything. */
export interface Expected {
  readonly text: string;
  /** Whether it ends with an error, on purpose. */
  readonly fails: boolean;
}

/** Code to write, which hidden checks look at. */
export interface ExerciseBlock {
  readonly type: 'exercise';
  /** The exercise of `src/exercises` that has its checks and hints. */
  readonly name: string;
  /** What the reader starts with. */
  readonly source: string;
}

/** What a cell cannot show. */
export interface ViewBlock {
  readonly type: 'view';
  /** A component of `views.ts`. */
  readonly name: string;
  /** What stands in the fence, for the component. */
  readonly text: string;
}
