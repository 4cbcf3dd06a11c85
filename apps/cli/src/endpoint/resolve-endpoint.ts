import { ChatError } from '@farebox/core';
import { checkApiKey } from './check-api-key.js';
import { checkBaseUrl } from './check-base-url.js';
import type { EndpointVariables } from './endpoint-variables.js';

/** Where a base URL was found. */
export type BaseUrlSource = '--base-url' | 'environment' | 'config' | '.env' | 'default';

/** Where a key was found. */
export type ApiKeySource = 'environment' | 'saved' | '.env';

/** Who answers: the built-in simulator, or a server with the key that may be sent to it. */
export type Endpoint =
  | { readonly kind: 'simulator' }
  | {
      readonly kind: 'server';
      readonly baseUrl: string;
      readonly baseUrlSource: BaseUrlSource;
      /** `baseUrl` without its path. */
      readonly origin: string;
      /** Without one, no `Authorization` header is sent. */
      readonly apiKey: string | undefined;
      readonly apiKeySource: ApiKeySource | undefined;
    };

export interface EndpointSources {
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
  const { environment, savedKey, dotEnv } = sources;
  const address = chooseAddress(sources);
  const { baseUrl, baseUrlSource } = address ?? openai;
  const origin = checkBaseUrl(baseUrl, nameOf(baseUrlSource));
  const server = { kind: 'server', baseUrl, baseUrlSource, origin } as const;
  const found = (apiKey: string, apiKeySource: ApiKeySource) => {
    checkApiKey(apiKey, keySources[apiKeySource]);
    return { ...server, apiKey, apiKeySource };
  };

  const mayMeetEnvironment = environment.apiKey !== undefined && baseUrlSource !== '.env';
  if (mayMeetEnvironment && origin === homeOf(environment)) {
    return found(environment.apiKey, 'environment');
  }
  const saved = savedKey(origin);
  if (saved !== undefined) return found(saved, 'saved');
  if (mayMeetEnvironment) return found(environment.apiKey, 'environment');
  if (dotEnv.apiKey === undefined) {
    if (environment.apiKey !== undefined) throw foreignAddress();
    if (address === undefined) return { kind: 'simulator' };
    return { ...server, apiKey: undefined, apiKeySource: undefined };
  }
  if (baseUrlSource !== '.env' && dotEnv.baseUrl !== undefined) {
    const itsOrigin = checkBaseUrl(dotEnv.baseUrl, nameOf('.env'));
    if (itsOrigin !== origin) throw foreignKey(baseUrlSource);
  }
  return found(dotEnv.apiKey, '.env');
}

const keySources: Readonly<Record<ApiKeySource, string>> = {
  environment: 'the environment',
  saved: 'the saved keys',
  '.env': '.env',
};

/** Whom the key of an environment is for, if nobody says otherwise. */
function homeOf({ baseUrl = openai.baseUrl }: EndpointVariables): string | undefined {
  return URL.parse(baseUrl)?.origin;
}

interface Address {
  readonly baseUrl: string;
  readonly baseUrlSource: BaseUrlSource;
}

const openai: Address = { baseUrl: 'https://api.openai.com/v1', baseUrlSource: 'default' };

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

const addressNames: Readonly<Record<BaseUrlSource, string>> = {
  '--base-url': '--base-url',
  environment: 'OPENAI_BASE_URL in the environment',
  config: 'base-url in your settings (farebox config)',
  '.env': 'OPENAI_BASE_URL in .env',
  default: 'The default address',
};

function nameOf(source: BaseUrlSource): string {
  return addressNames[source];
}

function foreignAddress(): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'foreign-address',
    message:
      'OPENAI_BASE_URL comes from .env in this folder and OPENAI_API_KEY from the environment: your key is not sent to an address that the folder chooses.',
    fix: 'If you trust the address, give it yourself with --base-url, or save a key for it: farebox keys set <address>; or put the key for it into .env; or remove OPENAI_BASE_URL from .env.',
  });
}

function foreignKey(source: BaseUrlSource): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'foreign-key',
    message: `OPENAI_API_KEY in .env belongs to OPENAI_BASE_URL in .env, and ${nameOf(source)} names another address: the key is not sent there.`,
    fix: 'Save a key for that address: farebox keys set <address>; or set OPENAI_API_KEY in the environment. For a server without keys any word will do.',
  });
}
