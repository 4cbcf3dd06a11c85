import type { ErrorKind } from '../errors/kinds.js';

/**
 * Failures that are worth one more attempt and no more, whatever the policy allows.
 *
 * The others of kind `protocol` are not sent again at all: a reply that contradicts itself or has no
 * end would do so again.
 */
export const retriedOnce: readonly { readonly kind: ErrorKind; readonly code: string }[] = [
  // A resolver may be behind for a moment; a name that is wrong stays wrong.
  { kind: 'connection', code: 'ENOTFOUND' },
  // Replies so broken that the request may never have reached a model.
  { kind: 'protocol', code: 'not-http' },
  { kind: 'protocol', code: 'bad-encoding' },
  { kind: 'protocol', code: 'empty-body' },
  { kind: 'protocol', code: 'invalid-json' },
];
