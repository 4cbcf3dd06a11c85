/** What happens to an answer that is cut off at its output ceiling (`max_completion_tokens`); of a client, or of one call. */
export interface OnLengthOptions {
  /**
   * `return`, the default: the answer is `truncated`. `throw`: it is an error of kind `truncated`, code `length`.
   *
   * `continue`: the model is asked to go on from where it stopped; each time, the whole prompt is paid for again.
   */
  readonly onLength?: 'return' | 'throw' | 'continue' | undefined;
  /** How often one answer may be gone on with. Default 3; if it is cut off still, it is `truncated`. */
  readonly continuations?: number | undefined;
}
