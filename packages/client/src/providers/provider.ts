import type { ProfileName } from '../profiles.js';

/** The name of a price list: `@farebox/core/prices/<name>`. In `local`, every model costs nothing. */
export type PriceListName =
  | 'openai'
  | 'azure'
  | 'anthropic'
  | 'google'
  | 'groq'
  | 'mistral'
  | 'deepseek'
  | 'xai'
  | 'openrouter'
  | 'together'
  | 'local';

/** Where a provider answers, what opens it, how it differs from OpenAI and what it charges. */
export interface Provider {
  /** Its name as people write it. */
  readonly label: string;
  /** Of its OpenAI-compatible endpoint. Without one, every customer has an address of their own. */
  readonly baseURL?: string | undefined;
  /** The environment's variable with the customer's own address, in place of `baseURL`. */
  readonly addressVariable?: string | undefined;
  /** What the address in that variable has to end with; added where it is not there. */
  readonly addressPath?: string | undefined;
  /** The environment's variable for the key; none for a server that asks for no key. */
  readonly keyVariable?: string | undefined;
  /** Where to get a key. */
  readonly keyPage?: string | undefined;
  /** How it differs from OpenAI. */
  readonly profile: ProfileName;
  readonly prices: PriceListName;
}
