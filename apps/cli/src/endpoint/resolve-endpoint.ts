import { ChatError } from '@farebox/core';
import { checkApiKey } from './check-api-key.js';
import { checkBaseUrl } from './check-base-url.js';
import type { EndpointVariables } from './endpoint-variables.js';

/** Where a base URL was found. */
export type BaseUrlSource = '--base-url' | 'environment' | '.env' | 'default';

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
    };

export interface EndpointSources {
  readonly flags: { readonly baseUrl: string | undefined };
  readonly environment: EndpointVariables;
  /** Of `.env` in the working folder, which may be somebody else's. */
  readonly dotEnv: EndpointVariables;
}

/**
 * Decides where a prompt goes and which key goes with it.
 *
 * Each value is the first of flag, environment, `.env`; but a key meets only an address that its
 * owner can have meant. Where `.env` chooses the address, only `.env`'s key is sent there, so a folder
 * that was cloned cannot collect the environment's key. Where `.env` has an address and a key, the key
 * belongs to that address and is sent to no other.
 *
 * @throws {ChatError} `configuration` when the address or key is none, or the two may not meet.
 */
export function resolveEndpoint({ flags, environment, dotEnv }: EndpointSources): Endpoint {
  const address = chooseAddress(flags.baseUrl, environment.baseUrl, dotEnv.baseUrl);
  if (address === undefined && environment.apiKey === undefined && dotEnv.apiKey === undefined) {
    return { kind: 'simulator' };
  }
  const { baseUrl, baseUrlSource } = address ?? openai;
  const origin = checkBaseUrl(baseUrl, nameOf(baseUrlSource));
  const server = { kind: 'server', baseUrl, baseUrlSource, origin } as const;

  if (baseUrlSource === '.env') {
    if (dotEnv.apiKey === undefined && environment.apiKey !== undefined) throw foreignAddress();
    return { ...server, apiKey: checkedKey(dotEnv.apiKey, '.env') };
  }
  if (environment.apiKey !== undefined) {
    return { ...server, apiKey: checkedKey(environment.apiKey, 'the environment') };
  }
  if (dotEnv.apiKey !== undefined && dotEnv.baseUrl !== undefined) {
    const itsOrigin = checkBaseUrl(dotEnv.baseUrl, nameOf('.env'));
    if (itsOrigin !== origin) throw foreignKey(baseUrlSource);
  }
  return { ...server, apiKey: checkedKey(dotEnv.apiKey, '.env') };
}

interface Address {
  readonly baseUrl: string;
  readonly baseUrlSource: BaseUrlSource;
}

const openai: Address = { baseUrl: 'https://api.openai.com/v1', baseUrlSource: 'default' };

function chooseAddress(
  flag: string | undefined,
  environment: string | undefined,
  dotEnv: string | undefined,
): Address | undefined {
  // An empty flag is a mistake, such as an unset variable in a script, and must not mean another address.
  if (flag !== undefined) return { baseUrl: flag, baseUrlSource: '--base-url' };
  if (environment !== undefined) return { baseUrl: environment, baseUrlSource: 'environment' };
  return dotEnv === undefined ? undefined : { baseUrl: dotEnv, baseUrlSource: '.env' };
}

function nameOf(source: BaseUrlSource): string {
  if (source === '--base-url') return source;
  return source === '.env' ? 'OPENAI_BASE_URL in .env' : 'OPENAI_BASE_URL in the environment';
}

function checkedKey(key: string | undefined, from: string): string | undefined {
  if (key !== undefined) checkApiKey(key, from);
  return key;
}

function foreignAddress(): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'foreign-address',
    message:
      'OPENAI_BASE_URL comes from .env in this folder and OPENAI_API_KEY from the environment: your key is not sent to an address that the folder chooses.',
    fix: 'If you trust the address, give it yourself with --base-url; or put the key for it into .env; or remove OPENAI_BASE_URL from .env.',
  });
}

function foreignKey(source: BaseUrlSource): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'foreign-key',
    message: `OPENAI_API_KEY in .env belongs to OPENAI_BASE_URL in .env, and ${nameOf(source)} names another address: the key is not sent there.`,
    fix: 'Set OPENAI_API_KEY in the environment for that address; for a server without keys any word will do.',
  });
}
