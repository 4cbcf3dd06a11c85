import { isChatError } from './chat-error.js';
import { type Confidential, unlessConfidential, withoutConfidential } from './confidential.js';
import { providerText } from './provider-text.js';

/** Nobody nests causes deeper for good; a cycle ends here too. */
const maxDepth = 5;
/** A line of a stack that engines write; what else stands in one is the message again. */
const frame = /^\s+at [^\p{C}]{1,500}$/u;

/**
 * A thrown error as a `cause` that is safe to print: name, code, message and stack, with nothing
 * confidential.
 *
 * A copy, because an HTTP library may hang the whole request, headers and all, on what it throws.
 * What is not an error is left out: nothing is known of its shape. A {@link ChatError} stays.
 */
export function cleanCause(thrown: unknown, confidential: Confidential, depth = 0): unknown {
  if (isChatError(thrown)) return thrown;
  if (!(thrown instanceof Error) || depth === maxDepth) return undefined;
  const cause = cleanCause(thrown.cause, confidential, depth + 1);
  const name = nameIn(thrown.name, confidential) ?? 'Error';
  const message = providerText(String(thrown.message), confidential);
  const copy = new Error(message, cause === undefined ? undefined : { cause });
  Object.defineProperty(copy, 'name', { value: name, configurable: true });
  copy.stack = [`${name}: ${message}`, ...framesOf(thrown, confidential)].join('\n');
  const code = nameIn((thrown as { code?: unknown }).code, confidential);
  return code === undefined ? copy : Object.assign(copy, { code });
}

function nameIn(value: unknown, confidential: Confidential): string | undefined {
  const isName = typeof value === 'string' && /^\w{1,64}$/.test(value);
  return isName ? unlessConfidential(value, confidential) : undefined;
}

function framesOf({ stack }: Error, confidential: Confidential): string[] {
  const frames = String(stack ?? '')
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 50);
  return frames.length === 0 ? [] : [withoutConfidential(frames.join('\n'), confidential)];
}
