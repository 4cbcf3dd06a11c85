import type { ProviderProfile } from '@farebox/core';
import type { ChatClientOptions } from './client-options.js';
import { clientProfile } from './client-profile.js';
import { otherProvider } from './other-provider.js';

/** A model that may come to answer, and how its provider differs from OpenAI. */
export interface AnsweringModel {
  readonly model: string;
  readonly profile: ProviderProfile;
}

/** The model that is asked first, and those of the client's fallback, in order. */
export function answeringModels(
  client: Pick<ChatClientOptions, 'fallback' | 'profile' | 'provider'>,
  model: string,
): readonly AnsweringModel[] {
  const profile = clientProfile(client);
  const others = (client.fallback ?? []).map((target, index) => {
    const provider = otherProvider(target, index);
    return {
      model: (typeof target === 'string' ? target : target.model) ?? model,
      profile: provider === undefined ? profile : clientProfile(provider),
    };
  });
  return [{ model, profile }, ...others];
}
