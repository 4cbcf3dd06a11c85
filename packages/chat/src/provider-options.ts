import type {
  BreakerOptions,
  FetchTransportOptions,
  LimiterOptions,
  ProfileName,
  ProviderName,
} from '@farebox/client';
import type { Call, Fetch, ProviderProfile } from '@farebox/core';
import type { PriceSource } from '@farebox/cost';

/** How to reach a provider, and what holds for its calls alone. */
export interface ProviderOptions {
  /**
   * Who answers: its address, key, profile and price list follow from the name, and each can be given instead.
   * Default `openai`; for a server that is not in the table, pass its `baseURL`.
   */
  readonly provider?: ProviderName | undefined;
  /** Default: the environment's, such as `OPENAI_API_KEY`, for the provider's own address only. */
  readonly apiKey?: string | undefined;
  /** Default: the provider's own, such as `https://api.openai.com/v1`. Azure has one for each customer. */
  readonly baseURL?: string | undefined;
  /** Where simulators and recordings plug in. */
  readonly fetch?: Fetch | undefined;
  /** Takes the place of `apiKey`, `baseURL`, `fetch` and `limits`: any transport, such as `fromOpenAI(client)`. */
  readonly transport?: Call | undefined;
  /** How the provider differs from OpenAI. Default: the provider's. A `transport` has to be given it as well. */
  readonly profile?: ProfileName | ProviderProfile | undefined;
  /** How large a reply may be. */
  readonly limits?: FetchTransportOptions['limits'];
  /** A price list, or a function that gets it with the first call. Default: the provider's. */
  readonly prices?: PriceSource | undefined;
  /** Holds calls back within the provider's rate limits; `{}` for those that its headers tell. Default: off. */
  readonly limiter?: LimiterOptions | undefined;
  /** Stops calling a model that keeps failing; `{}` for the defaults. Default: off. */
  readonly breaker?: BreakerOptions | undefined;
}

/**
 * Where to go on when a call has failed and delivered nothing.
 *
 * With a `model` alone, the client's own provider. What is said of another provider is all of it:
 * nothing of the client's key, profile, prices, limiter or breaker holds for it.
 */
export interface FallbackTarget extends ProviderOptions {
  /** Default: the model that was asked. */
  readonly model?: string | undefined;
}
