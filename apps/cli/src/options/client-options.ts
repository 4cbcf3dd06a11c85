import type { ChatClientOptions } from '@farebox/chat';
import { isProvider, type ProfileName, profileOf, profiles, providers } from '@farebox/client';
import { ChatError, type ProviderProfile, retryQuota } from '@farebox/core';
import type { Io } from '../io/io.js';
import { findRole } from '../roles/find-role.js';
import type { AskOptions } from './ask-options.js';
import { modelOf } from './model-of.js';

/**
 * What the options mean for a `ChatClient`; what limits a call, and where it is recorded, is in `openBooks`.
 *
 * `--role` brings a system message, a temperature and a model; `--temperature` and `--model` outrank the latter two, and
 * all of them what a conversation was asked with before.
 *
 * @throws {ChatError} `configuration` when two options contradict each other.
 */
export function clientOptions(
  options: AskOptions,
  io: Pick<Io, 'configFolder'>,
): ChatClientOptions {
  const { system, temperature, maxTokens, retries, timeout, stream } = options;
  const { onTruncated, profile, unknownPrice, unknownOutcome, fit, session, tag } = options;
  if (system !== undefined && options.role !== undefined) {
    throw new ChatError({
      kind: 'configuration',
      message: '--system and --role both set the system message.',
      fix: 'Give one of them; --role with --temperature is fine.',
    });
  }
  if (onTruncated === 'continue' && !goesOn(profileOf(profile ?? ownProfile(options)))) {
    throw nobodyGoesOn();
  }
  const role = findRole(options, io);
  return {
    ...options.option,
    model: modelOf(options, role.model, io),
    system: role.system ?? system,
    temperature: temperature ?? role.temperature ?? options.before?.temperature,
    max_completion_tokens: maxTokens,
    stream: stream ? undefined : false,
    // Of its own: the quota that calls of a process share would end more than 35 retries of this one.
    retry: retries === undefined ? undefined : { retries, quota: retryQuota({ tokens: Infinity }) },
    onTruncated,
    profile,
    clocks: timeout === undefined ? undefined : clocksFor(timeout * 1000),
    unknownPrice,
    unknownOutcome,
    fit: fit === undefined ? undefined : { leastTokens: fit },
    tags: session === undefined ? tag : { ...tag, session },
  };
}

/** The profile of the provider that is named. */
function ownProfile({ provider = '' }: AskOptions): ProfileName | undefined {
  return isProvider(provider) ? providers[provider].profile : undefined;
}

function goesOn({ continuation }: ProviderProfile): boolean {
  return continuation !== undefined;
}

function nobodyGoesOn(): ChatError {
  const names = Object.keys(profiles).filter((name) => goesOn(profileOf(name as ProfileName)));
  return new ChatError({
    kind: 'configuration',
    message:
      '--on-truncated continue needs a provider that goes on from a part of an answer, which OpenAI does not.',
    fix: `Say who is at the address with --profile (${names.join(', ')}), or use --on-truncated restart.`,
  });
}

/** The library's clocks for one attempt. */
const attemptMs = 60_000;

/** A longer total would be no use if the clocks of the attempt, a minute each, ran out before it. */
function clocksFor(totalMs: number): ChatClientOptions['clocks'] {
  const longestMs = Math.max(totalMs, attemptMs);
  return { totalMs, headersMs: longestMs, firstChunkMs: longestMs, idleMs: longestMs };
}
