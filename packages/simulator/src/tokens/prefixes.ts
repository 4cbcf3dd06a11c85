/** The beginning of a prompt, where it may have been seen before. */
export interface Prefix {
  readonly tokens: number;
  /** Of all that stands before; equal prompts have equal ones in every runtime. */
  readonly fingerprint: string;
}

/** The shortest beginning that a cache keeps. */
export const shortestTokens = 1024;
const stepTokens = 128;

/** Takes a prompt token by token, and keeps what its beginnings look like. */
export interface PrefixReader {
  take(ids: readonly number[]): void;
  /** So many tokens that stand for one thing: equal only where the whole thing is. */
  takeWhole(thing: string, tokens: number): void;
  readonly prefixes: readonly Prefix[];
  /** The beginning up to here, however long. */
  here(): Prefix;
}

/**
 * The beginnings of 1,024, 1,152, 1,280 … tokens of a prompt.
 *
 * Source: OpenAI caches prefixes "from 1,024 tokens, in increments of 128".
 */
export function prefixReader(): PrefixReader {
  const prefixes: Prefix[] = [];
  let tokens = 0;
  // Two FNV-1a sums with different starts and shuffles: 64 bits, the same everywhere.
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  const mix = (value: number) => {
    first = Math.imul(first ^ value, 0x01000193);
    first ^= first >>> 15;
    second = Math.imul(second ^ value, 0x85ebca6b);
    second ^= second >>> 13;
  };
  const here = () => ({
    tokens,
    fingerprint: `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`,
  });
  const takeOne = (id: number) => {
    mix(id);
    tokens += 1;
    if (tokens >= shortestTokens && tokens % stepTokens === 0) prefixes.push(here());
  };
  return {
    prefixes,
    here,
    take(ids) {
      for (const id of ids) takeOne(id);
    },
    takeWhole(thing, count) {
      for (let index = 0; index < thing.length; index++) mix(~thing.charCodeAt(index));
      for (let index = 0; index < count; index++) takeOne(-1);
    },
  };
}
