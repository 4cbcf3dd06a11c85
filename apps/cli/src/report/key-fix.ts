import { providerOf } from '@farebox/client';
import { openaiNames, variableNames } from '../endpoint/endpoint-variables.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';

/**
 * What to do where a server refuses the key: which one it was, from where, and where its like are made. Undefined where
 * nobody was asked.
 *
 * @example
 * // Check ANTHROPIC_API_KEY in the environment against the keys at https://platform.claude.com/settings/keys; …
 */
export function keyFix(endpoint: Endpoint): string | undefined {
  if (endpoint.kind === 'simulator') return undefined;
  const { apiKeySource, provider, origin } = endpoint;
  const known = provider === undefined ? undefined : providerOf(provider);
  const { apiKey: variable } = known === undefined ? openaiNames : variableNames(known);
  const isOpenai = origin === 'https://api.openai.com';
  const page = known?.keyPage ?? (isOpenai ? providerOf('openai').keyPage : undefined);
  const keys = page === undefined ? `those that ${origin} knows` : `the keys at ${page}`;
  if (apiKeySource === undefined) {
    return `No key was sent, and ${origin} wants one: farebox keys set ${origin}, or ${variable ?? openaiNames.apiKey} in the environment.`;
  }
  const which = {
    saved: `the key that is saved for ${origin} (farebox keys list)`,
    environment: `${variable} in the environment`,
    '.env': `${variable} in .env`,
  }[apiKeySource];
  return `Check ${which} against ${keys}; farebox doctor looks at it as well.`;
}
