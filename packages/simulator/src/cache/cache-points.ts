import type { CacheBreakpoint } from '@farebox/core';
import { cachesAtBreakpoints } from '../catalogue/caches-at-breakpoints.js';
import { type Prefix, shortestTokens } from '../tokens/prefixes.js';
import type { PromptTokens } from '../tokens/prompt-tokens.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const retentionMs = { in_memory: 5 * minuteMs, '24h': 24 * hourMs } as const;
const ttlMs = { '30m': 30 * minuteMs, '12h': 12 * hourMs } as const;
const maximumReads = 80;
const maximumWrites = 4;

/** A beginning of a prompt, and how long it is remembered without use. */
export interface CachePoint extends Prefix {
  readonly lastsMs: number;
}

/** Where a prompt is looked for, and what of it is remembered; shorter ones first. */
export interface CachePoints {
  readonly reads: readonly CachePoint[];
  readonly writes: readonly CachePoint[];
}

/** What a request says of its caching. */
export interface CacheSettings {
  readonly model: string;
  readonly prompt_cache_options?: { readonly mode?: 'implicit' | 'explicit' };
  readonly prompt_cache_retention?: 'in_memory' | '24h' | null;
}

/**
 * The beginnings at which a prompt is cached.
 *
 * Before GPT-5.6: every step of 128 tokens. From GPT-5.6 on, breakpoints alone: the ends of marked
 * parts, and in `implicit` mode, the default, the ends of user and tool messages. It is read at the
 * latest 80 of them. Written are the latest four: in `implicit` mode the end of the newest of those
 * messages and the latest three marks, in `explicit` mode marks only. None has fewer than 1,024 tokens.
 *
 * Sources: developers.openai.com/api/docs/guides/prompt-caching, and for the 80 and `12h` the comments
 * of the official SDK, 7.57.0.
 */
export function cachePoints(
  settings: CacheSettings,
  { prefixes, breakpoints }: Pick<PromptTokens, 'prefixes' | 'breakpoints'>,
): CachePoints {
  if (!cachesAtBreakpoints(settings.model)) {
    const lastsMs = retentionMs[settings.prompt_cache_retention ?? 'in_memory'];
    const points = prefixes.map((prefix) => ({ ...prefix, lastsMs }));
    return { reads: points, writes: points };
  }
  const isExplicit = settings.prompt_cache_options?.mode === 'explicit';
  const eligible = breakpoints.filter(({ mark }) => !isExplicit || mark !== undefined);
  const newest = breakpoints.findLast(({ mark }) => mark === undefined);
  const implicit = isExplicit || newest === undefined ? [] : [newest];
  const marked = breakpoints.filter(({ mark }) => mark !== undefined);
  const written = [...marked.slice(implicit.length - maximumWrites), ...implicit];
  return {
    reads: eligible.slice(-maximumReads).filter(isLongEnough).map(asPoint),
    writes: written
      .filter(isLongEnough)
      .map(asPoint)
      .toSorted((a, b) => a.tokens - b.tokens),
  };
}

function isLongEnough({ tokens }: Prefix): boolean {
  return tokens >= shortestTokens;
}

function asPoint({ tokens, fingerprint, mark }: Prefix & { mark: CacheBreakpoint | undefined }) {
  return { tokens, fingerprint, lastsMs: ttlMs[mark?.ttl ?? '30m'] };
}
