import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import { endOf } from '../keys/saved-key.js';
import { SavedKeys } from '../keys/saved-keys.js';
import { type Finding, ok } from './finding.js';
import { findingOfError } from './finding-of-error.js';

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

const sources = {
  environment: 'from OPENAI_API_KEY in the environment',
  saved: 'saved with farebox keys',
  '.env': 'from OPENAI_API_KEY in .env of this folder',
} as const;

function keyFinding(endpoint: Endpoint): Finding {
  if (endpoint.kind === 'simulator') {
    return {
      subject: 'key',
      verdict: 'warning',
      what: 'there is none, and no address: the built-in simulator answers',
      fix: 'farebox keys set, or farebox config set base-url <url> for a server without keys.',
    };
  }
  const { origin, apiKey, apiKeySource } = endpoint;
  if (apiKey === undefined || apiKeySource === undefined) {
    return ok('key', `none is sent to ${origin}, as servers of one's own want it`);
  }
  return ok('key', `${endOf(apiKey)}, ${sources[apiKeySource]}, for ${origin}`);
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
