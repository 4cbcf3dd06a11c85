import type {
  BreakerOptions,
  FetchTransportOptions,
  LimiterOptions,
  ProfileName,
} from '@farebox/client';
import type { Call, Catalogue, ProviderProfile } from '@farebox/core';

/** How to reach a provider, and what holds for its calls alone. */
export interface ProviderOptions {
  /** Default: the environment's `OPENAI_API_KEY`, for OpenAI's own address only. */
  readonly apiKey?: string | undefined;
  /** Default `https://api.openai.com/v1`. */
  readonly baseURL?: string | undefined;
  /** Where simulators and recordings plug in. */
  readonly fetch?: typeof fetch | undefined;
  /** Takes the place of `apiKey`, `baseURL`, `fetch` and `limits`: any transport, such as `fromOpenAI(client)`. */
  readonly transport?: Call | undefined;
  /** How the provider differs from OpenAI. A `transport` has to be given it as well. */
  readonly profile?: ProfileName | ProviderProfile | undefined;
  /** How large a reply may be. */
  readonly limits?: FetchTransportOptions['limits'];
  /** Default: OpenAI's. */
  readonly prices?: Catalogue | undefined;
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
