import type { ProfileName } from '../profiles.js';

/** Where a provider answers, what opens it, how it differs from OpenAI and what it charges. */
export interface Provider {
  /** Its name as people write it. */
  readonly label: string;
  /** Of its OpenAI-compatible endpoint. Without one, every customer has an address of their own. */
  readonly baseURL?: string | undefined;
  /** Where every customer has an address of their own, in place of `baseURL`. */
  readonly ownAddress?: OwnAddress | undefined;
  /** The environment's variable for the key; none for a server that asks for no key. */
  readonly keyVariable?: string | undefined;
  /** Where to get a key. */
  readonly keyPage?: string | undefined;
  /** A small model to begin with; none where that depends on what is deployed or installed. */
  readonly model?: string | undefined;
  /** How it differs from OpenAI. */
  readonly profile: ProfileName;
  /** Its price list, by its name in `@farebox/core/prices/…`. In `local`, every model is free. */
  readonly prices:
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
}

/** The address of one customer. */
export interface OwnAddress {
  /** The environment's variable that has it. */
  readonly variable: string;
  /** What it has to end with; added where it is not there. */
  readonly path: string;
  /** What its host ends with: to others the environment's key is not sent. */
  readonly hosts: readonly string[];
}
