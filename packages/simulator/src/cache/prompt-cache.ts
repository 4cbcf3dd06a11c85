import type { Prefix } from '../tokens/prefixes.js';
import type { CachePoints } from './cache-points.js';

/** How many prefixes are remembered; beyond it the least recently used one is forgotten. */
const maximumPrefixes = 100_000;

/** A prompt that is about to be answered. */
export interface CacheRequest {
  /** The dated model, whose prompts alone are shared. */
  readonly model: string;
  readonly key: string | null | undefined;
  readonly points: CachePoints;
  readonly nowMs: number;
}

/** What was there already, and what is from now on. */
export interface CacheUse {
  readonly cachedTokens: number;
  readonly writtenTokens: number;
}

/** The prompts that were answered lately, by their beginnings. */
export interface PromptCache {
  /** Looks for the longest beginning that is known, and remembers it and all that are written. */
  use(request: CacheRequest): CacheUse;
}

/**
 * The provider's cache of prompt prefixes; it holds fingerprints, no text.
 *
 * A prefix is known to the same model and `prompt_cache_key` until it goes unused: for 5 minutes before
 * GPT-5.6 (OpenAI documents 5 to 10, and only the shorter can be counted on), for 30 from then on. It
 * is always a hit here, where OpenAI's routing may miss.
 * Source: developers.openai.com/api/docs/guides/prompt-caching.
 */
export function promptCache(): PromptCache {
  // A Map keeps the order of insertion, and what is used again is inserted again.
  const expiresMs = new Map<string, number>();
  return {
    use({ model, key, points: { reads, writes }, nowMs }) {
      const nameOf = ({ tokens, fingerprint }: Prefix) =>
        JSON.stringify([model, key ?? null, tokens, fingerprint]);
      const known = reads.findLast(
        (prefix) => (expiresMs.get(nameOf(prefix)) ?? Number.NEGATIVE_INFINITY) > nowMs,
      );
      for (const point of known === undefined ? writes : [known, ...writes]) {
        const name = nameOf(point);
        const lastsMs = nowMs + point.lastsMs;
        const until = Math.max(lastsMs, expiresMs.get(name) ?? lastsMs);
        expiresMs.delete(name);
        expiresMs.set(name, until);
      }
      for (const oldest of expiresMs.keys()) {
        if (expiresMs.size <= maximumPrefixes) break;
        expiresMs.delete(oldest);
      }
      const cachedTokens = known?.tokens ?? 0;
      const longestTokens = writes.at(-1)?.tokens ?? 0;
      return { cachedTokens, writtenTokens: Math.max(0, longestTokens - cachedTokens) };
    },
  };
}
