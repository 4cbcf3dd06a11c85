import { ChatError, type ErrorKind } from '@farebox/core';

/**
 * After which errors another model or provider is tried.
 *
 * `yes`: another one may well succeed. `if-asked`: it may, but the cause is in the request or in the
 * key, and a fallback would hide it. `never`: the caller's own doing, which no provider can mend.
 */
export const fallbackKinds: Readonly<Record<ErrorKind, 'yes' | 'if-asked' | 'never'>> = {
  'rate-limit': 'yes',
  quota: 'yes',
  connection: 'yes',
  timeout: 'yes',
  server: 'yes',
  // A login page or an empty reply is this endpoint's trouble.
  protocol: 'yes',
  truncated: 'yes',
  // A model that was withdrawn, or that this key may not use.
  'not-found': 'yes',
  permission: 'yes',
  // A wrong key stays wrong until somebody is told.
  authentication: 'if-asked',
  // A larger window or another filter may help, and costs or permits something else.
  'context-length': 'if-asked',
  'content-filter': 'if-asked',
  refusal: 'if-asked',
  'too-large': 'if-asked',
  'bad-request': 'if-asked',
  configuration: 'never',
  budget: 'never',
  schema: 'never',
  store: 'never',
  aborted: 'never',
};

/**
 * The kinds after which a fallback is tried: those of the table, and what is asked for beside them.
 *
 * @throws {ChatError} `configuration` for a kind that no fallback can help.
 */
export function kindsToFallBackOn(alsoOn: readonly ErrorKind[]): ReadonlySet<ErrorKind> {
  const helpless = alsoOn.find((kind) => (fallbackKinds[kind] ?? 'never') === 'never');
  if (helpless !== undefined) {
    throw new ChatError({
      kind: 'configuration',
      message: `alsoOn has '${helpless}', after which no other model or provider can help.`,
      fix: `It takes ${kindsThatAre('if-asked').join(', ')}.`,
    });
  }
  return new Set([...kindsThatAre('yes'), ...alsoOn]);
}

function kindsThatAre(word: 'yes' | 'if-asked'): ErrorKind[] {
  const kinds = Object.keys(fallbackKinds) as ErrorKind[];
  return kinds.filter((kind) => fallbackKinds[kind] === word);
}
