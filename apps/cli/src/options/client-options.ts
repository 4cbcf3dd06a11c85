import type { ChatClientOptions } from '@farebox/chat';
import { ChatError, retryQuota } from '@farebox/core';
import { scope } from '@farebox/cost';
import type { AskOptions } from './ask-options.js';
import { role } from './role.js';

/**
 * What the options mean for a `ChatClient`.
 *
 * `--role` brings a system message and a temperature; `--temperature` outranks the latter.
 *
 * @throws {ChatError} `configuration` when two options contradict each other.
 */
export function clientOptions(options: AskOptions): ChatClientOptions {
  const { model, system, temperature, maxTokens, maxCost, retries, timeout, stream } = options;
  if (system !== undefined && options.role !== undefined) {
    throw new ChatError({
      kind: 'configuration',
      message: '--system and --role both set the system message.',
      fix: 'Give one of them; --role with --temperature is fine.',
    });
  }
  const persona = options.role === undefined ? undefined : role(options.role);
  return {
    model,
    system: persona?.system ?? system,
    temperature: temperature ?? persona?.temperature,
    max_completion_tokens: maxTokens,
    stream: stream ? undefined : false,
    // Of its own: the quota that calls of a process share would end more than 35 retries of this one.
    retry: retries === undefined ? undefined : { retries, quota: retryQuota({ tokens: Infinity }) },
    clocks: timeout === undefined ? undefined : clocksFor(timeout * 1000),
    // Named after the option, because that is the name in the message when there is no room.
    budget: maxCost === undefined ? undefined : scope({ id: '--max-cost', limitUsd: maxCost }),
  };
}

/** The library's clocks for one attempt. */
const attemptMs = 60_000;

/** A longer total would be no use if the clocks of the attempt, a minute each, ran out before it. */
function clocksFor(totalMs: number): ChatClientOptions['clocks'] {
  const longestMs = Math.max(totalMs, attemptMs);
  return { totalMs, headersMs: longestMs, firstChunkMs: longestMs, idleMs: longestMs };
}
