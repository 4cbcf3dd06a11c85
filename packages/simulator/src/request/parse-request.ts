import { checkCombination } from './check-combination.js';
import { checkDependencies } from './check-dependencies.js';
import { checkMedia } from './check-media.js';
import { checkModel } from './check-model.js';
import { checkPrediction } from './check-prediction.js';
import type { FullRequest } from './full-request.js';
import { checkSimulated } from './not-simulated.js';
import { unreadable } from './parse-json.js';
import { isPlain } from './plain-request.js';

type CheckFields = (body: unknown) => void;

let loading: Promise<unknown> | undefined;
let checkFields: CheckFields | undefined;

/**
 * A request out of the JSON of a body, which is `undefined` where the body was none.
 *
 * Like OpenAI it stops at the first fault, and `null` for an optional parameter is as good as none.
 * Fields are checked first, then what they are together, then what the model takes.
 * @throws {Refusal} 400 with OpenAI's message, `param` and `code`.
 */
export async function parseRequest(body: unknown): Promise<FullRequest> {
  if (body === undefined) throw unreadable();
  const isChecked = isPlain(body);
  // The schema library loads with the first request that needs it.
  if (!isChecked && checkFields === undefined) loading ??= loadSchema();
  // None overtakes another: what is loaded already, no request waits for, and what is being loaded, each.
  if (loading !== undefined) await loading;
  if (!isChecked) checkFields?.(body);
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

async function loadSchema(): Promise<void> {
  try {
    ({ checkFields } = await import('./check-fields.js'));
  } finally {
    // What could not be loaded is tried again by the next one.
    loading = undefined;
  }
}
