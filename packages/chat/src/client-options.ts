import type { ClocksOptions, RetryOptions } from '@farebox/client';
import type { Call, CallEvent, Catalogue, ChatRequest, Clock, Scope } from '@farebox/core';
import type { Ledger, Receipt } from '@farebox/cost';

/** How to reach the provider, and what holds around every call. */
export interface ConnectionOptions {
  /** Default: the environment's `OPENAI_API_KEY`, for OpenAI's own address only. */
  readonly apiKey?: string | undefined;
  /** Default `https://api.openai.com/v1`. */
  readonly baseURL?: string | undefined;
  /** Where simulators and recordings plug in. */
  readonly fetch?: typeof fetch | undefined;
  /** Takes the place of `apiKey`, `baseURL` and `fetch`: any transport, such as `fromOpenAI(client)`. */
  readonly transport?: Call | undefined;
  /** `false` switches retrying off. Default: two retries. */
  readonly retry?: false | RetryOptions | undefined;
  readonly clocks?: (ClocksOptions & { readonly totalMs?: number | undefined }) | undefined;
  /** A limit for all calls of this client in US dollars (`'0.50'`), or scopes shared with others. */
  readonly budget?: string | Scope | readonly Scope[] | undefined;
  /** Default: one in memory, of this client's own. */
  readonly ledger?: Ledger | undefined;
  /** Default: OpenAI's. */
  readonly prices?: Catalogue | undefined;
  /** Labels on every receipt. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Hears of attempts, waits and receipts as they happen. */
  readonly observe?: ((event: CallEvent | ReceiptEvent) => void) | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
}

/** An attempt has ended and its receipt is in the ledger. */
export interface ReceiptEvent {
  readonly type: 'receipt';
  readonly receipt: Receipt;
}

/** Any request parameter is a default for all calls of the client, but for the messages. */
export type ChatClientOptions = ConnectionOptions & {
  readonly model: string;
  /** The system message that every conversation starts with. */
  readonly system?: string | undefined;
} & { readonly [Name in ParameterName]?: ChatRequest[Name] | undefined };

type ParameterName = Exclude<keyof ChatRequest, 'model' | 'messages'>;

const connectionNames: ReadonlySet<string> = new Set<keyof ConnectionOptions | 'system'>([
  'apiKey',
  'baseURL',
  'fetch',
  'transport',
  'retry',
  'clocks',
  'budget',
  'ledger',
  'prices',
  'tags',
  'observe',
  'clock',
  'random',
  'system',
]);

/** What of the options goes into each request. */
export function requestDefaults(options: ChatClientOptions): Omit<ChatRequest, 'messages'> {
  const entries = Object.entries(options).filter(
    ([name, value]) => !connectionNames.has(name) && value !== undefined,
  );
  return Object.fromEntries(entries) as Omit<ChatRequest, 'messages'>;
}
