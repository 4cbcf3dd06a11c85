/** What came of reading a line. */
export type LineRead =
  | { readonly kind: 'line'; readonly text: string }
  /** Ctrl-C; `wasEmpty` says whether nothing had been typed. */
  | { readonly kind: 'interrupted'; readonly wasEmpty: boolean }
  /** Ctrl-D at an empty line, or nobody is there any more. */
  | { readonly kind: 'end' };

/** Where lines come from: a terminal with editing and history, or a pipe. */
export interface LineEditor {
  /** The next line. A text with several lines in it (pasted, or written with Alt-Enter) is one. */
  read(prompt: string, draft?: string): Promise<LineRead>;
  /** Runs something meanwhile. Ctrl-C aborts its signal; what is typed is there at the next read. */
  during<Result>(run: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Leaves the terminal as it was. */
  close(): void;
}

export interface LineEditorOptions {
  /** What can follow the beginning of a line, in full; for the Tab key. */
  readonly complete: (line: string) => readonly string[];
  /** Earlier lines for the arrow keys, oldest first. */
  readonly history: readonly string[];
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
}
