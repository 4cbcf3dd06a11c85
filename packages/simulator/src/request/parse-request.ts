import type { ChatRequest } from '@farebox/core';
import { invalidRequest, type Refusal } from '../http/refusal.js';
import { checkCombination } from './check-combination.js';
import { chatRequest } from './schema.js';
import { wordIssue } from './word-issue.js';

/**
 * A request out of the text of a body.
 *
 * Like OpenAI it stops at the first fault, and `null` for an optional parameter is as good as none.
 * @throws {Refusal} 400 with OpenAI's message, `param` and `code`.
 */
export function parseRequest(text: string): ChatRequest {
  const body = parseJson(text);
  const parsed = chatRequest.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw issue === undefined ? unreadable() : wordIssue(issue, body);
  }
  // The schema is the wider of the two: it lets explicit `undefined` through, which JSON has not.
  const request = parsed.data as ChatRequest;
  checkCombination(request);
  return request;
}

/** The model a body asks for, as far as it can be told from a body that may be malformed. */
export function askedModel(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const model = typeof body === 'object' && body !== null && 'model' in body ? body.model : null;
    return typeof model === 'string' ? model.slice(0, 100) : undefined;
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

function unreadable(): Refusal {
  return invalidRequest(
    "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.)",
    null,
    null,
  );
}
