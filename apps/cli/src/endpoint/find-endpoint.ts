import { ConfigFile } from '../config/config-file.js';
import type { Io } from '../io/io.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { endpointVariables, parseDotEnv } from './endpoint-variables.js';
import { type Endpoint, resolveEndpoint } from './resolve-endpoint.js';

/** The endpoint that the flag, the environment and the working folder's `.env` lead to. */
export function findEndpoint(baseUrl: string | undefined, io: Io): Endpoint {
  return resolveEndpoint({
    flags: { baseUrl },
    environment: endpointVariables(io.environment),
    config: { baseUrl: new ConfigFile(io.configFolder()).read()['base-url'] },
    savedKey: (origin) => new SavedKeys(io.configFolder()).find(origin)?.key,
    dotEnv: parseDotEnv(io.readDotEnv() ?? ''),
  });
}

/** What a person must know about the endpoint before the answer comes; nothing for one they chose. */
export function endpointNotice(endpoint: Endpoint): string | undefined {
  if (endpoint.kind === 'simulator') {
    return 'farebox: no OPENAI_API_KEY and no base URL: the built-in simulator answers.';
  }
  if (endpoint.baseUrlSource !== '.env') return undefined;
  return `farebox: asking ${endpoint.origin}, the OPENAI_BASE_URL of .env in this folder.`;
}
