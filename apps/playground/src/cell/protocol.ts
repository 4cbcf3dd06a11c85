import type { ShownValue } from './shown-value.js';

/**
 * What a cell and the page say to each other, over one port and nothing else.
 *
 * The cell's side is not to be believed: its code may have taken the port over. The page checks every
 * message with {@link readCellMessage}, and what a cell can ask for is all there is to gain.
 */

/** From the cell. */
export type CellMessage =
  | { readonly type: 'ready' }
  | ({ readonly type: 'line' } & Line)
  | { readonly type: 'done'; readonly result?: ShownValue }
  | { readonly type: 'failed'; readonly failure: Failure }
  | ({ readonly type: 'fetch'; readonly id: number } & BridgedRequest)
  /** The next part of a reply's body, please. */
  | { readonly type: 'pull'; readonly id: number }
  | { readonly type: 'cancel'; readonly id: number };

/** From the page. */
export type PageMessage =
  | { readonly type: 'run'; readonly code: string }
  | ({ readonly type: 'head'; readonly id: number } & BridgedHead)
  | { readonly type: 'part'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'end'; readonly id: number }
  | ({ readonly type: 'broken'; readonly id: number } & BridgedBreak);

export type LineLevel = 'log' | 'warn' | 'error';

/** What a cell prints at once. */
export interface Line {
  readonly level: LineLevel;
  readonly text: string;
  /** Whether what is printed next stands on the same line. */
  readonly open?: true;
}

export interface BridgedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: ArrayBuffer;
}

export interface BridgedHead {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** What a request or a body failed with. */
export interface BridgedBreak {
  readonly message: string;
  /** As the platform has it: `ECONNRESET`. */
  readonly code?: string;
}

/** An error, for people. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly fix?: string;
  /** The line of the cell, from 1, where that is known. */
  readonly line?: number;
}
