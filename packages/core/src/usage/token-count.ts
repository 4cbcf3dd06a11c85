import { ChatError } from '../errors/chat-error.js';

/** A reported count, checked. @throws {ChatError} `protocol` when it is no whole number of 0 or more. */
export function requiredCount(name: string, tokens: unknown): number {
  if (typeof tokens !== 'number') {
    throw wrongUsage(`${name} is ${tokens === null ? 'null' : `a value of type ${typeof tokens}`}`);
  }
  if (!Number.isSafeInteger(tokens) || tokens < 0) {
    throw wrongUsage(`${name} is ${tokens}, not a whole number of 0 or more`);
  }
  return tokens;
}

/** The same for a count that may be missing, or `null` as some servers write it. */
export function optionalCount(name: string, tokens: unknown): number | undefined {
  return tokens === undefined || tokens === null ? undefined : requiredCount(name, tokens);
}

/** The error of usage that does not add up; `what` names the fields and the numbers. */
export function wrongUsage(what: string): ChatError {
  return new ChatError({
    kind: 'protocol',
    code: 'usage',
    message: `The usage that the provider reports is wrong: ${what}.`,
  });
}
