/** Some of the oldest turns were not sent, so that the rest fits the model's window. */
export interface ContextTrimmedEvent {
  readonly type: 'context-trimmed';
  /** `window`: they would not have fitted. `refused`: the provider said so (`context-length`), and is asked again. */
  readonly reason: 'window' | 'refused';
  /** How many of the oldest turns are not sent as they are; of these, a summary stands for the first `summarisedTurns`. */
  readonly leftOutTurns: number;
  readonly summarisedTurns: number;
  /** What the prompt now has, as far as it can be counted, and what it may have. */
  readonly promptTokens: number;
  readonly limitTokens: number;
  /** Why there is no summary, where there should have been one: the kind of its error. */
  readonly summaryFailed?: string | undefined;
}
