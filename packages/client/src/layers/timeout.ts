import { ChatError } from '@farebox/core';

/** Which clock ran out; `error.code`. */
export type ClockName = 'headers' | 'first-chunk' | 'idle' | 'total';

export function timedOut(code: ClockName, limitMs: number, what: string): ChatError {
  return new ChatError({
    kind: 'timeout',
    code,
    message: `${what} after ${limitMs / 1000} s (${code} clock).`,
  });
}

/** @throws {ChatError} `configuration` for a duration that is none. */
export function checkDuration(option: string, ms: number): void {
  if (!(typeof ms === 'number' && ms > 0)) {
    throw new ChatError({
      kind: 'configuration',
      message: `${option} is ${ms}; it must be more than 0 milliseconds.`,
      fix: `Use Infinity to switch ${option} off.`,
    });
  }
}
