import { type Provider, type ProviderName, providers } from '@farebox/client';

/** How a page may ask a provider itself. */
export interface DirectAccess {
  /** What the provider wants to see of a browser. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a user has to know first. */
  readonly note?: string;
}

const unsure = 'Not documented for browsers: if it refuses this page, use farebox play.';

/**
 * Who answers a page of another origin (CORS), as of November 2026.
 *
 * Each was taken from what its users report and its own documents say; none from a call, which would need its key.
 * Azure OpenAI is missing: each customer has an address of their own, which the page's policy cannot name.
 */
export const directAccess: Readonly<Partial<Record<ProviderName, DirectAccess>>> = {
  openai: {},
  // Without it: 401 "CORS requests must set 'anthropic-dangerous-direct-browser-access' header", and no CORS headers.
  anthropic: { headers: { 'anthropic-dangerous-direct-browser-access': 'true' } },
  // Its preflight refuses the headers that the official SDK adds (x-stainless-…); this client has none of them.
  gemini: {},
  groq: {},
  mistral: {},
  deepseek: { note: unsure },
  xai: { note: unsure },
  openrouter: {},
  together: { note: unsure },
  ollama: {
    note: 'Allows pages of this machine; for another origin, start it with OLLAMA_ORIGINS set to that.',
  },
  lmstudio: { note: 'Switch on "Enable CORS" in the settings of its server.' },
  vllm: { note: 'Allows every page, unless it was started with --allowed-origins.' },
};

/** The providers that the page can ask itself, in the order of the table. */
export const directProviders = (Object.keys(providers) as ProviderName[]).filter((name) =>
  Object.hasOwn(directAccess, name),
);

/** Where a key may be sent: the origins that the policy of the live page names. */
export function directOrigins(): readonly string[] {
  const addresses = directProviders.map((name) => {
    const { baseURL }: Provider = providers[name];
    if (baseURL === undefined) throw new Error(`${name} has no address that a policy could name.`);
    return new URL(baseURL).origin;
  });
  return [...new Set(addresses)];
}
