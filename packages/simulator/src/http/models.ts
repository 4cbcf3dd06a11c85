import { modelNames, servedModel } from '../books/served-model.js';
import { invalidRequest } from '../refusal/refusal.js';

/** What `GET /models` lists of a model. */
interface ModelEntry {
  readonly id: string;
  readonly object: 'model';
  /** Seconds since 1970. */
  readonly created: number;
  readonly owned_by: 'system';
}

/** The list of models, or one of them. */
export function models(name: string | undefined): Response {
  if (name === undefined) return Response.json({ object: 'list', data: modelNames().map(entry) });
  if (modelNames().includes(name)) return Response.json(entry(name));
  throw invalidRequest(`The model '${name}' does not exist`, 'model', 'model_not_found', 404);
}

/** A name that is listed without any date is as old as the platform's oldest model here. */
const undated = '2024-05-13';

/** Created on the day in its name, or in that of the snapshot that answers for it. */
function entry(id: string): ModelEntry {
  const { snapshot } = servedModel(id);
  const date = /(\d{4}-\d{2}-\d{2})$/.exec(snapshot)?.[1] ?? undated;
  return { id, object: 'model', created: Date.parse(date) / 1000, owned_by: 'system' };
}
