import { profileOf, providerOf } from '@farebox/client';
import type { ProviderProfile } from '@farebox/core';
import type { ProviderOptions } from './provider-options.js';

/** How the provider of a client differs from OpenAI: what was said of it, else what its name stands for. */
export function clientProfile({ profile, provider = 'openai' }: ProviderOptions): ProviderProfile {
  return profileOf(profile ?? providerOf(provider).profile);
}
