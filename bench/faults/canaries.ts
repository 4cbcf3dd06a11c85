import { inspect } from 'node:util';

/** A key that exists nowhere else: where it turns up, it leaked. */
export const canaryKey = 'sk-canary-7Qx2mZr9Vb4TnK8wLp3J';
/** What was asked: no error, log or receipt may say it. */
export const canaryPrompt = 'the-canary-prompt-sings-at-dawn';

/** What a printed thing gives away. */
export type Leak = 'key' | 'prompt';

/**
 * Everything of these values that can reach a log: as inspected, as JSON, and each error's message and stack.
 *
 * @param showHidden also what `inspect` shows only on request: for Farebox, which is held to that.
 */
export function printed(values: readonly unknown[], { showHidden = false } = {}): string {
  const parts = values.map((value) =>
    inspect(value, { depth: 20, showHidden, maxStringLength: null, maxArrayLength: null }),
  );
  for (const value of values) {
    parts.push(asJson(value));
    for (let at = value; at instanceof Error; at = at.cause) {
      parts.push(at.message, at.stack ?? '', asJson(at), String(at));
    }
  }
  return parts.join('\n');
}

/** What of the canaries is in a text; of the key, half of it counts. */
export function leaksIn(text: string): Leak[] {
  const leaks: Leak[] = [];
  if (text.includes(canaryKey.slice(3, 18)) || text.includes(canaryKey.slice(-12))) {
    leaks.push('key');
  }
  if (text.includes(canaryPrompt)) leaks.push('prompt');
  return leaks;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}` : item)) ?? '';
  } catch {
    // What refers to itself has no JSON; it was inspected.
    return '';
  }
}
