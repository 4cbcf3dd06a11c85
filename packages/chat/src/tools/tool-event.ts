/** A tool begins to run for a call that the model has made. */
export interface ToolStartEvent {
  readonly type: 'tool-start';
  readonly toolCallId: string;
  /** Undefined where the model has made up a name. */
  readonly name: string | undefined;
}

/** The model's call has its answer; there is one end for each start. */
export interface ToolEndEvent {
  readonly type: 'tool-end';
  readonly toolCallId: string;
  readonly name: string | undefined;
  readonly durationMs: number;
  /** Of the result, as it goes to the model. */
  readonly resultCharacters: number;
  /** Why there is no result; undefined where there is one. The model is told of each. */
  readonly failure: ToolFailure | undefined;
  /** What the tool threw, as it was: what is in it is the tool's doing. */
  readonly cause?: unknown;
}

/**
 * `unknown-tool`: there is none with that name. `arguments`: no JSON, or they do not fit. `error`: the tool threw.
 * `timeout`: its time was up. `result`: it cannot be written as JSON. `aborted`: the caller aborted or left.
 */
export type ToolFailure = 'unknown-tool' | 'arguments' | 'error' | 'timeout' | 'result' | 'aborted';

export type ToolEvent = ToolStartEvent | ToolEndEvent;
