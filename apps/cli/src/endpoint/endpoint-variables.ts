import { parseEnv } from 'node:util';

/** What is taken from an environment or from `.env`: these two names and no other. */
export interface EndpointVariables {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

/** The two names of an environment; a name that is set to nothing counts as not set. */
export function endpointVariables(
  environment: Readonly<Record<string, string | undefined>>,
): EndpointVariables {
  return {
    apiKey: environment.OPENAI_API_KEY || undefined,
    baseUrl: environment.OPENAI_BASE_URL || undefined,
  };
}

/**
 * The same two names of a `.env` text; all others in it have no effect.
 *
 * So a folder that somebody else wrote can set no proxy, no certificate and no Node option.
 */
export function parseDotEnv(text: string): EndpointVariables {
  return endpointVariables(parseEnv(text));
}
