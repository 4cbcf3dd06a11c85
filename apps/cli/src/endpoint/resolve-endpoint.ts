import type { Provider, ProviderName } from '@farebox/client';
import { ChatError } from '@farebox/core';
import { checkApiKey } from './check-api-key.js';
import { checkBaseUrl } from './check-base-url.js';
import {
  type EndpointVariables,
  openaiNames,
  type VariableNames,
  variableNames,
} from './endpoint-variables.js';

/** Where a base URL was found. */
export type BaseUrlSource = '--base-url' | 'environment' | 'config' | '.env' | 'default';

/** Where a key was found. */
export type ApiKeySource = 'environment' | 'saved' | '.env';

/** Who answers: the built-in simulator, or a server with the key that may be sent to it. */
export type Endpoint =
  | {
      readonly kind: 'simulator';
      /** A provider for whom there is a key, and whom nobody has named. */
      readonly unnamed?: ProviderName | undefined;
    }
  | {
      readonly kind: 'server';
      readonly baseUrl: string;
      readonly baseUrlSource: BaseUrlSource;
      /** `baseUrl` without its path. */
      readonly origin: string;
      /** Without one, no `Authorization` header is sent. */
      readonly apiKey: string | undefined;
      readonly apiKeySource: ApiKeySource | undefined;
      /** Who was chosen by name. */
      readonly provider?: ProviderName;
    };

export interface EndpointSources {
  /** Who was chosen by name: the address and the names of the variables are this provider's. Default: OpenAI, or the simulator. */
  readonly provider?: Provider | undefined;
  readonly flags: { readonly baseUrl: string | undefined };
  readonly environment: EndpointVariables;
  /** The user's own settings. */
  readonly config: { readonly baseUrl: string | undefined };
  /** The key that the user has saved for an origin; read only where it can matter. */
  readonly savedKey: (origin: string) => string | undefined;
  /** Of `.env` in the working folder, which may be somebody else's. */
  readonly dotEnv: EndpointVariables;
}

/**
 * Decides where a prompt goes and which key goes with it.
 *
 * Each value is the first of flag, environment, the user's settings and saved keys, `.env`; but a key meets
 * only an address that its owner can have meant:
 * - A saved key is sent to the origin that it was saved for. Elsewhere than at its own address (OpenAI's, or
 *   that of the environment) the environment's key stands back for it.
 * - Where `.env` chooses the address, the environment's key is not sent there, so a folder that was cloned
 *   cannot collect it. Where `.env` has an address and a key, that key is sent to no other.
 *
 * @throws {ChatError} `configuration` when the address or key is none, or the two may not meet.
 */
export function resolveEndpoint(sources: EndpointSources): Endpoint {
  const { provider, environment, savedKey, dotEnv } = sources;
  const names = provider === undefined ? openaiNames : variableNames(provider);
  const home = provider === undefined ? openaiAddress : provider.baseURL;
  const address = chooseAddress(sources);
  if (address === undefined && home === undefined) throw noAddress(names);
  const { baseUrl, baseUrlSource } = address ?? { baseUrl: home ?? '', baseUrlSource: 'default' };
  const origin = checkBaseUrl(baseUrl, nameOf(baseUrlSource, names));
  const server = { kind: 'server', baseUrl, baseUrlSource, origin } as const;
  const found = (apiKey: string, apiKeySource: ApiKeySource) => {
    checkApiKey(apiKey, keySources[apiKeySource], names.apiKey);
    return { ...server, apiKey, apiKeySource };
  };

  const mayMeetEnvironment = environment.apiKey !== undefined && baseUrlSource !== '.env';
  if (mayMeetEnvironment && origin === homeOf(environment, home)) {
    return found(environment.apiKey, 'environment');
  }
  const saved = savedKey(origin);
  if (saved !== undefined) return found(saved, 'saved');
  if (mayMeetEnvironment) return found(environment.apiKey, 'environment');
  if (dotEnv.apiKey === undefined) {
    if (environment.apiKey !== undefined) throw foreignAddress(names);
    if (address === undefined && provider === undefined) return { kind: 'simulator' };
    if (address === undefined && names.apiKey !== undefined) throw noKey(names, provider?.keyPage);
    return { ...server, apiKey: undefined, apiKeySource: undefined };
  }
  if (baseUrlSource !== '.env' && dotEnv.baseUrl !== undefined) {
    const itsOrigin = checkBaseUrl(dotEnv.baseUrl, nameOf('.env', names));
    if (itsOrigin !== origin) throw foreignKey(baseUrlSource, names);
  }
  return found(dotEnv.apiKey, '.env');
}

const keySources: Readonly<Record<ApiKeySource, string>> = {
  environment: 'the environment',
  saved: 'the saved keys',
  '.env': '.env',
};

/** Whom the key of an environment is for, if nobody says otherwise. */
function homeOf({ baseUrl }: EndpointVariables, home: string | undefined): string | undefined {
  return URL.parse(baseUrl ?? home ?? '')?.origin;
}

interface Address {
  readonly baseUrl: string;
  readonly baseUrlSource: BaseUrlSource;
}

const openaiAddress = 'https://api.openai.com/v1';

function chooseAddress({ flags, environment, config, dotEnv }: EndpointSources) {
  const candidates: readonly [string | undefined, BaseUrlSource][] = [
    // An empty flag is a mistake, such as an unset variable in a script, and must not mean another address.
    [flags.baseUrl, '--base-url'],
    [environment.baseUrl, 'environment'],
    [config.baseUrl, 'config'],
    [dotEnv.baseUrl, '.env'],
  ];
  for (const [baseUrl, baseUrlSource] of candidates) {
    if (baseUrl !== undefined) return { baseUrl, baseUrlSource } satisfies Address;
  }
  return undefined;
}

function nameOf(source: BaseUrlSource, { baseUrl }: VariableNames): string {
  switch (source) {
    case '--base-url':
      return source;
    case 'environment':
      return `${baseUrl} in the environment`;
    case 'config':
      return 'base-url in your settings (farebox config)';
    case '.env':
      return `${baseUrl} in .env`;
    case 'default':
      return 'The default address';
  }
}

function noKey({ apiKey }: VariableNames, keyPage: string | undefined): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'no-key',
    message: `${apiKey} is not set, and no key is saved for that address.`,
    fix: `Set ${apiKey} in the environment or in .env, or save a key: farebox keys set. Keys are made at ${keyPage}.`,
  });
}

function noAddress({ baseUrl }: VariableNames): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'no-address',
    message: `There is no address: the provider has one for each customer, and ${baseUrl} is not set.`,
    fix: `Set ${baseUrl} in the environment or in .env, or give --base-url.`,
  });
}

function foreignAddress({ apiKey, baseUrl }: VariableNames): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'foreign-address',
    message: `${baseUrl} comes from .env in this folder and ${apiKey} from the environment: your key is not sent to an address that the folder chooses.`,
    fix: `If you trust the address, give it yourself with --base-url, or save a key for it: farebox keys set <address>; or put the key for it into .env; or remove ${baseUrl} from .env.`,
  });
}

function foreignKey(source: BaseUrlSource, names: VariableNames): ChatError {
  const { apiKey, baseUrl } = names;
  return new ChatError({
    kind: 'configuration',
    code: 'foreign-key',
    message: `${apiKey} in .env belongs to ${baseUrl} in .env, and ${nameOf(source, names)} names another address: the key is not sent there.`,
    fix: `Save a key for that address: farebox keys set <address>; or set ${apiKey} in the environment. For a server without keys any word will do.`,
  });
}
