import type * as z from 'zod/mini';
import { inOneGo } from './list-of.js';
import { unreadable } from './parse-json.js';
import { chatRequest } from './schema.js';
import { wordIssue } from './word-issue.js';

/**
 * Checks every field of a body, each for itself.
 *
 * @throws {Refusal} 400 with OpenAI's message, `param` and `code`, for the first fault.
 */
export function checkFields(body: unknown): void {
  const parsed = chatRequest.safeParse(body, inOneGo);
  if (parsed.success) return;
  const issue = firstOf(parsed.error.issues);
  throw issue === undefined ? unreadable() : wordIssue(issue, body);
}

/** OpenAI looks for what must be there first, then for what it does not know, then at values. */
function firstOf(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const required =
    (name: string) =>
    ({ path: [key] }: z.core.$ZodIssue) =>
      key === name;
  return (
    issues.find((issue) => required('model')(issue)) ??
    issues.find((issue) => required('messages')(issue) && issue.path.length === 1) ??
    issues.find(({ code, path }) => code === 'unrecognized_keys' && path.length === 0) ??
    issues[0]
  );
}
