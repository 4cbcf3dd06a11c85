import { ChatError } from '@farebox/core';

/**
 * How much of a reply is accepted before it ends as `too-large`.
 *
 * What a limit measures is what it keeps small: lengths are characters as JavaScript counts them,
 * bytes are counted after the transport has undone `content-encoding`, so a compressed bomb counts
 * for what it unpacks to.
 */
export interface ReplyLimits {
  /** Characters in the lines of one event, 32 more for each line, comments included. Default 4 Mi. */
  readonly maxEventLength?: number | undefined;
  /**
   * Bytes in the whole reply. Default 256 MiB for a stream, before it carries anything 16 MiB; 10 MiB for
   * a JSON reply.
   */
  readonly maxReplyBytes?: number | undefined;
  /** Events in one reply, `[DONE]` not counted. Default 1,000,000; before anything is carried 10,000. */
  readonly maxEvents?: number | undefined;
  /**
   * Characters of the answer: text, refusal, reasoning, tool arguments and sound of all choices.
   * Default 64 Mi. Log probabilities and unknown fields have only `maxReplyBytes`.
   */
  readonly maxAnswerLength?: number | undefined;
  /** Arrays and objects inside each other in one event. Default 256; a chunk has about ten. */
  readonly maxJsonDepth?: number | undefined;
}

const defaultLimits = {
  maxEventLength: 4 * 1024 * 1024,
  maxEvents: 1_000_000,
  maxAnswerLength: 64 * 1024 * 1024,
  maxJsonDepth: 256,
};

export const defaultMaxStreamBytes = 256 * 1024 * 1024;
/** Held as a whole until it ends, with what that costs on the way. */
export const defaultMaxJsonBytes = 10 * 1024 * 1024;

/**
 * What is held back until something is carried may not pile up, nor may comments go on for ever; a
 * gateway that keeps alive once a second has not sent a tenth of it when the last clock runs out.
 */
export const maxOpeningEvents = 10_000;
export const maxOpeningBytes = 16 * 1024 * 1024;

/** Every limit with its value; the one of bytes stays open, its default depends on the reply. */
export type SettledLimits = { readonly [name in keyof typeof defaultLimits]: number } & {
  readonly maxReplyBytes: number | undefined;
};

/**
 * Fills in the defaults.
 *
 * @throws {ChatError} `configuration` for what is no positive number: compared with NaN, nothing
 * would be too large.
 */
export function settledLimits(limits: ReplyLimits = {}): SettledLimits {
  const { maxReplyBytes } = limits;
  if (maxReplyBytes !== undefined) positive('maxReplyBytes', maxReplyBytes);
  return {
    maxReplyBytes,
    maxEventLength: positive('maxEventLength', limits.maxEventLength),
    maxEvents: positive('maxEvents', limits.maxEvents),
    maxAnswerLength: positive('maxAnswerLength', limits.maxAnswerLength),
    maxJsonDepth: positive('maxJsonDepth', limits.maxJsonDepth),
  };
}

function positive(name: keyof ReplyLimits, given: number | undefined): number {
  const value = given ?? defaultLimits[name as keyof typeof defaultLimits];
  if (typeof value === 'number' && value >= 1) return value;
  const shown = typeof value === 'number' ? `${value}` : `a ${typeof value}`;
  throw new ChatError({
    kind: 'configuration',
    message: `limits.${name} is ${shown}, which limits nothing or everything.`,
    fix: `Give limits.${name} a number of at least 1, or leave it out for the default.`,
  });
}

/** A reply that goes beyond a limit; the error names the option that would allow it. */
export function tooLarge(option: keyof ReplyLimits, code: string, what: string): ChatError {
  return new ChatError({
    kind: 'too-large',
    code,
    message: `${what} (${option}).`,
    fix: `Lower max_completion_tokens; if the size is expected, raise limits.${option}.`,
  });
}
