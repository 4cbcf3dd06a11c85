import { providerOf } from '@farebox/client';
import { openaiNames, variableNames } from '../endpoint/endpoint-variables.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import { endOf } from '../keys/saved-key.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { type Finding, ok } from './finding.js';
import { findingOfError } from './finding-of-error.js';

type Server = Extract<Endpoint, { kind: 'server' }>;

/** Where a call would go, if anywhere, and what is to be said of its key. */
export interface KeyCheck {
  readonly endpoint: Endpoint | undefined;
  readonly findings: readonly Finding[];
}

/** Which key a call has, from where, and for which address. */
export function checkKey(find: () => Endpoint, io: Io): KeyCheck {
  const saved = savedFinding(io);
  try {
    const endpoint = find();
    return { endpoint, findings: [keyFinding(endpoint), ...saved] };
  } catch (error) {
    return { endpoint: undefined, findings: [findingOfError('key', error), ...saved] };
  }
}

function sourceOf({ apiKeySource, provider }: Server): string {
  if (apiKeySource === 'saved') return 'saved with farebox keys';
  const { apiKey } = provider === undefined ? openaiNames : variableNames(providerOf(provider));
  return `from ${apiKey} in ${apiKeySource === '.env' ? '.env of this folder' : 'the environment'}`;
}

function keyFinding(endpoint: Endpoint): Finding {
  if (endpoint.kind === 'simulator') {
    return {
      subject: 'key',
      verdict: 'warning',
      what: 'there is none, and no address: the built-in simulator answers',
      fix: 'farebox keys set, or farebox config set base-url <url> for a server without keys.',
    };
  }
  const { origin, apiKey } = endpoint;
  if (apiKey === undefined) {
    return ok('key', `none is sent to ${origin}, as servers of one's own want it`);
  }
  return ok('key', `${endOf(apiKey)}, ${sourceOf(endpoint)}, for ${origin}`);
}

/** Saved keys that cannot be used; nothing where all can. */
function savedFinding(io: Io): readonly Finding[] {
  try {
    new SavedKeys(io.configFolder()).all();
    return [];
  } catch (error) {
    return [findingOfError('saved keys', error)];
  }
}
