import {
  addressOf,
  isProvider,
  type Provider,
  type ProviderName,
  providerOf,
  providers,
} from '@farebox/client';
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
  if (endpoint.kind === 'simulator') return { ...endpoint, unnamed: unnamedProvider(io) };
  return name === undefined ? endpoint : { ...endpoint, provider: name };
}

/** The first provider of the table whose key the environment has, or the saved keys. */
function unnamedProvider({ environment, configFolder }: Io): ProviderName | undefined {
  const saved = new SavedKeys(configFolder());
  return Object.keys(providers)
    .filter(isProvider)
    .find((name) => {
      const { keyVariable = '', baseURL } = providerOf(name);
      const hasSaved = () => baseURL !== undefined && saved.has(new URL(baseURL).origin);
      return environment[keyVariable] || (keyVariable !== '' && hasSaved());
    });
}

/** A customer's own address as the provider wants it: Azure's with `/openai/v1` at its end. */
function withPath(variables: EndpointVariables, provider: Provider | undefined): EndpointVariables {
  if (provider?.ownAddress === undefined) return variables;
  return { ...variables, baseUrl: addressOf(provider, () => variables.baseUrl) };
}

/** What a person must know about the endpoint before the answer comes; nothing for one they chose. */
export function endpointNotice(endpoint: Endpoint): string | undefined {
  if (endpoint.kind === 'simulator') {
    const notice = 'farebox: no OPENAI_API_KEY and no base URL: the built-in simulator answers.';
    const { unnamed } = endpoint;
    if (unnamed === undefined) return notice;
    return `${notice} You have a key for ${unnamed}: --provider ${unnamed} asks there.`;
  }
  if (endpoint.baseUrlSource !== '.env') return undefined;
  const { provider } = endpoint;
  const names = provider === undefined ? openaiNames : variableNames(providerOf(provider));
  return `farebox: asking ${endpoint.origin}, the ${names.baseUrl} of .env in this folder.`;
}
