import { addressOf, type Provider, providerOf } from '@farebox/client';
import { ConfigFile } from '../config/config-file.js';
import type { Io } from '../io/io.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { chosenProvider } from './chosen-provider.js';
import {
  type EndpointVariables,
  endpointVariables,
  openaiNames,
  parseDotEnv,
  variableNames,
} from './endpoint-variables.js';
import { type Endpoint, resolveEndpoint } from './resolve-endpoint.js';

/**
 * The endpoint that the flags, the environment, the user's settings and the working folder's `.env` lead to.
 *
 * A provider that is named on the command line is asked at its own address, whatever address the settings have.
 *
 * @throws {ChatError} `configuration` for a provider, an address or a key that is none, or that may not meet.
 */
export function findEndpoint(
  baseUrl: string | undefined,
  io: Io,
  providerFlag?: string | undefined,
): Endpoint {
  const name = chosenProvider(providerFlag, io);
  const provider = name === undefined ? undefined : providerOf(name);
  const names = provider === undefined ? openaiNames : variableNames(provider);
  const ofConfig = new ConfigFile(io.configFolder()).read()['base-url'];
  const endpoint = resolveEndpoint({
    provider,
    flags: { baseUrl },
    environment: withPath(endpointVariables(io.environment, names), provider),
    config: { baseUrl: providerFlag === undefined ? ofConfig : undefined },
    savedKey: (origin) => new SavedKeys(io.configFolder()).find(origin)?.key,
    dotEnv: withPath(parseDotEnv(io.readDotEnv() ?? '', names), provider),
  });
  return endpoint.kind === 'server' && name !== undefined
    ? { ...endpoint, provider: name }
    : endpoint;
}

/** A customer's own address as the provider wants it: Azure's with `/openai/v1` at its end. */
function withPath(variables: EndpointVariables, provider: Provider | undefined): EndpointVariables {
  if (provider?.ownAddress === undefined) return variables;
  return { ...variables, baseUrl: addressOf(provider, () => variables.baseUrl) };
}

/** What a person must know about the endpoint before the answer comes; nothing for one they chose. */
export function endpointNotice(endpoint: Endpoint): string | undefined {
  if (endpoint.kind === 'simulator') {
    return 'farebox: no OPENAI_API_KEY and no base URL: the built-in simulator answers.';
  }
  if (endpoint.baseUrlSource !== '.env') return undefined;
  const { provider } = endpoint;
  const names = provider === undefined ? openaiNames : variableNames(providerOf(provider));
  return `farebox: asking ${endpoint.origin}, the ${names.baseUrl} of .env in this folder.`;
}
