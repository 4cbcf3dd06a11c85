import { ChatError } from '../errors/chat-error.js';
import type { CompletionUsage } from '../wire/completion.js';

/** Tokens in parts that never overlap, so that each is charged once. */
export interface UsageLeaves {
  /** Prompt tokens that were read anew. */
  readonly freshInput: number;
  /** Prompt tokens that the provider had in its cache. */
  readonly cachedInput: number;
  /** Generated tokens, reasoning and rejected predictions included. */
  readonly output: number;
}

/**
 * Splits usage into leaves so that nothing is charged twice.
 *
 * Cached tokens are part of `prompt_tokens`; only the remainder is fresh input. Reasoning tokens are
 * part of `completion_tokens` and are not added to it. Usage that does not add up is refused, never
 * repaired: charge an estimate and mark it so.
 *
 * @throws {ChatError} `protocol` for a count that is no whole number, or a part larger than its whole;
 * the message has both numbers.
 * @example
 * leaves({
 *   prompt_tokens: 100,
 *   completion_tokens: 20,
 *   total_tokens: 120,
 *   prompt_tokens_details: { cached_tokens: 40 },
 * }); // => { freshInput: 60, cachedInput: 40, output: 20 }
 */
export function leaves(usage: CompletionUsage): UsageLeaves {
  const input = count('prompt_tokens', usage.prompt_tokens);
  const output = count('completion_tokens', usage.completion_tokens);
  const total = optionalCount('total_tokens', usage.total_tokens);
  if (total !== undefined && total !== input + output) {
    throw wrong(
      `total_tokens is ${total}, but prompt_tokens and completion_tokens add up to ${input + output}`,
    );
  }
  const cachedInput = checkParts('prompt_tokens', input, usage.prompt_tokens_details);
  checkParts('completion_tokens', output, usage.completion_tokens_details);
  return { freshInput: input - cachedInput, cachedInput, output };
}

type Details = CompletionUsage['prompt_tokens_details'] &
  CompletionUsage['completion_tokens_details'];

/** Checks every detail against its whole; gives the cached ones. Some servers send `null` for none. */
function checkParts(whole: string, wholeTokens: number, details: Details | null): number {
  if (details === undefined || details === null) return 0;
  if (typeof details !== 'object') throw wrong(`${whole}_details is a ${typeof details}`);
  for (const [name, tokens] of Object.entries(details)) {
    const part = optionalCount(`${whole}_details.${name}`, tokens) ?? 0;
    if (part > wholeTokens) {
      throw wrong(`${whole}_details.${name} is ${part}, more than the ${wholeTokens} ${whole}`);
    }
  }
  return details.cached_tokens ?? 0;
}

function optionalCount(name: string, tokens: unknown): number | undefined {
  return tokens === undefined || tokens === null ? undefined : count(name, tokens);
}

function count(name: string, tokens: unknown): number {
  if (typeof tokens !== 'number') {
    throw wrong(`${name} is ${tokens === null ? 'null' : `a value of type ${typeof tokens}`}`);
  }
  if (!Number.isSafeInteger(tokens) || tokens < 0) {
    throw wrong(`${name} is ${tokens}, not a whole number of 0 or more`);
  }
  return tokens;
}

function wrong(what: string): ChatError {
  return new ChatError({
    kind: 'protocol',
    code: 'usage',
    message: `The usage that the provider reports is wrong: ${what}.`,
  });
}
