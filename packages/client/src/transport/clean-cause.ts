import { redact } from '@farebox/core/errors';

/** Nobody nests causes deeper for good; a cycle ends here too. */
const maxDepth = 5;

/**
 * A thrown error as a `cause` that is safe to print: name, code, message and stack, without secrets.
 *
 * A copy, because an HTTP library may hang the whole request, headers and all, on what it throws.
 * What is not an error is left out: nothing is known of its shape.
 */
export function cleanCause(thrown: unknown, secrets: readonly string[], depth = 0): unknown {
  if (!(thrown instanceof Error) || depth === maxDepth) return undefined;
  const cause = cleanCause(thrown.cause, secrets, depth + 1);
  const copy = new Error(
    redact(thrown.message, secrets),
    cause === undefined ? undefined : { cause },
  );
  Object.defineProperty(copy, 'name', { value: thrown.name, configurable: true });
  if (thrown.stack !== undefined) copy.stack = redact(thrown.stack, secrets);
  const { code } = thrown as { code?: unknown };
  if (typeof code === 'string') Object.assign(copy, { code: redact(code, secrets) });
  return copy;
}
