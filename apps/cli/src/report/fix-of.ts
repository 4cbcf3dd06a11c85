import { type ErrorKind, errorKinds } from '@farebox/core';

/** Where the table speaks of the library, and this command has words of its own. */
const ownFixes: Partial<Record<ErrorKind, string>> = {
  budget: 'Raise --max-cost, lower --max-tokens, or shorten the prompt.',
  'rate-limit': 'Wait a minute and ask again; more --retries wait longer.',
  timeout: 'Ask again, with a longer --timeout if the model is slow.',
  truncated: 'Ask again; what had arrived is on standard output.',
  'too-large': 'Lower --max-tokens.',
  'context-length': 'Shorten the prompt, or lower --max-tokens.',
};

/** What to do about a kind of error at a command line. */
export function fixOf(kind: ErrorKind): string {
  return ownFixes[kind] ?? errorKinds[kind].fix;
}
