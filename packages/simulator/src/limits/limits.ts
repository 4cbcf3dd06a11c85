import { maximumPerMinute } from './token-bucket.js';

/** How much each model answers in a minute; what is left out is not limited. */
export interface Limits {
  /** RPM. */
  readonly requestsPerMinute?: number;
  /** TPM: tokens of prompts, estimated, and the most that answers may have. */
  readonly tokensPerMinute?: number;
}

/** What the headers speak of where nobody asked for a limit: as at OpenAI's highest tier. */
export const defaultLimits = { requestsPerMinute: 30_000, tokensPerMinute: 150_000_000 } as const;

/** @throws {TypeError} when a limit is not a number of things per minute. */
export function checkLimits(limits: Limits): void {
  for (const name of ['requestsPerMinute', 'tokensPerMinute'] as const) {
    const value = limits[name];
    if (value === undefined) continue;
    if (!(Number.isInteger(value) && value >= 1 && value <= maximumPerMinute)) {
      throw new TypeError(
        `limits.${name} is ${value}; give a whole number from 1 to ${maximumPerMinute}, or leave it out.`,
      );
    }
  }
}
