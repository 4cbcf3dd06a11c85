import type * as z from 'zod/mini';
import { checkCombination } from './check-combination.js';
import { checkDependencies } from './check-dependencies.js';
import { checkMedia } from './check-media.js';
import { checkModel } from './check-model.js';
import { checkPrediction } from './check-prediction.js';
import type { FullRequest } from './full-request.js';
import { checkSimulated } from './not-simulated.js';
import { unreadable } from './parse-json.js';
import { chatRequest } from './schema.js';
import { wordIssue } from './word-issue.js';

/**
 * A request out of the JSON of a body, which is `undefined` where the body was none.
 *
 * Like OpenAI it stops at the first fault, and `null` for an optional parameter is as good as none.
 * Fields are checked first, then what they are together, then what the model takes.
 * @throws {Refusal} 400 with OpenAI's message, `param` and `code`.
 */
export function parseRequest(body: unknown): FullRequest {
  if (body === undefined) throw unreadable();
  const parsed = chatRequest.safeParse(body);
  if (!parsed.success) {
    const issue = firstOf(parsed.error.issues);
    throw issue === undefined ? unreadable() : wordIssue(issue, body);
  }
  // The body itself, not the schema's copy: tools are counted as the JSON that was sent.
  const request = body as FullRequest;
  checkDependencies(request);
  checkSimulated(request);
  checkCombination(request);
  checkMedia(request);
  checkPrediction(request);
  checkModel(request);
  return request;
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
