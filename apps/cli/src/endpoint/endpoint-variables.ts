import { parseEnv } from 'node:util';
import type { Provider } from '@farebox/client';

/** What is taken from an environment or from `.env`: a key and an address, and nothing else. */
export interface EndpointVariables {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

/** The names that the two have; undefined where a provider has no such variable. */
export interface VariableNames {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

export const openaiNames = { apiKey: 'OPENAI_API_KEY', baseUrl: 'OPENAI_BASE_URL' } as const;

/** The names for a provider that was chosen by name. OpenAI's address has a variable as everywhere. */
export function variableNames({ keyVariable, ownAddress }: Provider): VariableNames {
  if (keyVariable === openaiNames.apiKey) return openaiNames;
  return { apiKey: keyVariable, baseUrl: ownAddress?.variable };
}

/** The two of an environment; a name that is set to nothing counts as not set. */
export function endpointVariables(
  environment: Readonly<Record<string, string | undefined>>,
  names: VariableNames = openaiNames,
): EndpointVariables {
  const setIn = (name: string | undefined) => (name && environment[name]) || undefined;
  return { apiKey: setIn(names.apiKey), baseUrl: setIn(names.baseUrl) };
}

/**
 * The same two of a `.env` text; all others in it have no effect.
 *
 * So a folder that somebody else wrote can set no proxy, no certificate and no Node option.
 */
export function parseDotEnv(text: string, names?: VariableNames): EndpointVariables {
  return endpointVariables(parseEnv(text), names);
}
