import { optionalCount, wrongUsage } from './token-count.js';

/** The details of a count, as the wire has them: missing, `null` as some servers write it, or an object. */
export type Details = object | null | undefined;

export interface CheckedDetails {
  /** A detail's tokens; 0 for one that is not reported. */
  of(name: string): number;
  /** @throws {ChatError} `protocol` when details that cannot overlap are more than the whole. */
  checkSum(...names: readonly string[]): void;
}

/**
 * The details of a whole, each checked against it, also those that we do not know.
 *
 * @throws {ChatError} `protocol` for a detail that is no whole number, or larger than the whole.
 */
export function readDetails(whole: string, wholeTokens: number, reported: Details): CheckedDetails {
  const details: unknown = reported ?? {};
  if (typeof details !== 'object') throw wrongUsage(`${whole}_details is a ${typeof details}`);
  const counts = new Map<string, number>();
  for (const [name, value] of Object.entries(details ?? {})) {
    const tokens = optionalCount(`${whole}_details.${name}`, value) ?? 0;
    if (tokens > wholeTokens) {
      throw wrongUsage(
        `${whole}_details.${name} is ${tokens}, more than the ${wholeTokens} ${whole}`,
      );
    }
    counts.set(name, tokens);
  }
  const of = (name: string) => counts.get(name) ?? 0;
  return {
    of,
    checkSum(...names) {
      const sum = names.reduce((sum, name) => sum + of(name), 0);
      if (sum <= wholeTokens) return;
      const parts = names.filter((name) => of(name) > 0).map((name) => `${name} ${of(name)}`);
      throw wrongUsage(
        `${whole}_details ${parts.join(' + ')} is ${sum}, more than the ${wholeTokens} ${whole}`,
      );
    },
  };
}
