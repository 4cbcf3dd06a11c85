import type { ClocksOptions, DrainOptions, ResumeOptions, RetryOptions } from '@farebox/client';
import type { ChatRequest, Clock } from '@farebox/core';
import type { AttemptPolicies, Ledger } from '@farebox/cost';
import type { Budget } from './budget.js';
import type { Observer } from './chat-event.js';
import type { OnLengthOptions } from './on-length/on-length-options.js';
import type { FallbackTarget, ProviderOptions } from './provider-options.js';
import type { ReAskOptions } from './schema/schema-options.js';
import type { ToolOptions } from './tools/tool-options.js';

/** How to reach the provider, and what holds around every call. */
export interface ConnectionOptions
  extends ProviderOptions,
    AttemptPolicies,
    OnLengthOptions,
    ReAskOptions {
  /** `false` switches retrying off. Default: two retries. */
  readonly retry?: false | RetryOptions | undefined;
  readonly clocks?: (ClocksOptions & { readonly totalMs?: number | undefined }) | undefined;
  /** Other models (by name) and providers, in order, for a call that has failed. Default: none. */
  readonly fallback?: readonly (string | FallbackTarget)[] | undefined;
  /**
   * What to do when an answer breaks off after a part of it was handed out. Default `throw`.
   *
   * `restart` calls again and begins the text anew; `observe` hears first how much of it is void.
   * `continue` has the provider go on from the part: its `profile` must know how.
   */
  readonly onTruncated?: 'throw' | ResumeOptions['onTruncated'] | undefined;
  /** How often one call may be restarted or continued. Default 1. */
  readonly resumptions?: number | undefined;
  /**
   * Limits in US dollars, of which every call must pass each: `'0.50'` for all calls of this client, or in full,
   * such as `{ id: 'user-7', limitUsd: '5', per: 'day', timeZone: 'Europe/Berlin' }`, or several in a list.
   */
  readonly budget?: Budget | readonly Budget[] | undefined;
  /** Default: one in memory, of this client's own. */
  readonly ledger?: Ledger | undefined;
  /**
   * Reads a reply on for a while after an abort, or when its reader has left, so that its receipt has what was
   * reported and not the most that it can be. The provider goes on billing meanwhile: exact, and no cheaper.
   * Await `settled()` before the process ends. Default: the connection is closed at once.
   */
  readonly drain?: DrainOptions | undefined;
  /**
   * Stores with each receipt what was asked and answered, for `ledger.receipts({ content: true })`, up to
   * 256 Ki characters of each. The API key is left out wherever it was written, and whatever looks like a key (with a
   * `transport` of your own, only that). Default false: nothing of a prompt or an answer is stored.
   */
  readonly storeContent?: boolean | undefined;
  /** Labels on every receipt. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Hears of attempts, waits, fallbacks, restarts and receipts of all calls, as they happen. */
  readonly observe?: Observer | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
}

/** Any request parameter is a default for all calls of the client, but for the messages. */
export type ChatClientOptions = ConnectionOptions & {
  readonly model: string;
  /** The system message that every conversation starts with. */
  readonly system?: string | undefined;
} & ToolOptions & { readonly [Name in ParameterName]?: ChatRequest[Name] | undefined };

type ParameterName = Exclude<keyof ChatRequest, 'model' | 'messages' | 'tools'>;

/** Everything that is no request parameter. A record, so that none can be forgotten and sent. */
const connectionNames: Readonly<
  Record<keyof ConnectionOptions | keyof ToolOptions | 'system', true>
> = {
  provider: true,
  apiKey: true,
  baseURL: true,
  fetch: true,
  transport: true,
  profile: true,
  limits: true,
  prices: true,
  limiter: true,
  breaker: true,
  retry: true,
  clocks: true,
  fallback: true,
  onTruncated: true,
  resumptions: true,
  budget: true,
  ledger: true,
  storeContent: true,
  unknownPrice: true,
  unknownOutcome: true,
  fit: true,
  drain: true,
  tags: true,
  observe: true,
  clock: true,
  random: true,
  system: true,
  tools: true,
  toolLoop: true,
  onLength: true,
  continuations: true,
  reasks: true,
};

/** What of the options goes into each request. */
export function requestDefaults(options: ChatClientOptions): Omit<ChatRequest, 'messages'> {
  const entries = Object.entries(options).filter(
    ([name, value]) => !Object.hasOwn(connectionNames, name) && value !== undefined,
  );
  return Object.fromEntries(entries) as Omit<ChatRequest, 'messages'>;
}
