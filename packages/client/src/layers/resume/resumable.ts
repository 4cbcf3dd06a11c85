import type { ChatError, ErrorKind } from '@farebox/core';

/**
 * After which failures an answer that was handed out in part may be made anew or gone on with.
 *
 * `yes`: the answer was not at fault, its way here was. `never`: the same would come again (a filter,
 * a refusal, a reply that is too large or breaks the protocol), or somebody wanted the end.
 */
export const resumableKinds: Readonly<Record<ErrorKind, 'yes' | 'never'>> = {
  truncated: 'yes',
  connection: 'yes',
  // The idle clock of the attempt, or a provider that says it timed out.
  timeout: 'yes',
  // What a provider reports inside the stream.
  server: 'yes',
  'rate-limit': 'yes',
  protocol: 'never',
  'too-large': 'never',
  'content-filter': 'never',
  refusal: 'never',
  schema: 'never',
  aborted: 'never',
  budget: 'never',
  store: 'never',
  configuration: 'never',
  quota: 'never',
  authentication: 'never',
  permission: 'never',
  'bad-request': 'never',
  'not-found': 'never',
  'context-length': 'never',
};

/** Of kinds that may be resumed, the codes that may not. */
const finalCodes: readonly { readonly kind: ErrorKind; readonly code: string }[] = [
  // The deadline of the whole call.
  { kind: 'timeout', code: 'total' },
];

export function isResumable({ kind, code, shouldRetry }: ChatError): boolean {
  if (shouldRetry === false || resumableKinds[kind] === 'never') return false;
  return !finalCodes.some((final) => final.kind === kind && final.code === code);
}
