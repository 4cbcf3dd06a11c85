import { invalidRequest } from './refusal.js';
import { modelNames } from './served-model.js';

/** The list of models, or one of them. */
export function models(name: string | undefined): Response {
  if (name === undefined) return Response.json({ object: 'list', data: modelNames().map(model) });
  if (modelNames().includes(name)) return Response.json(model(name));
  throw invalidRequest(`The model '${name}' does not exist`, 'model', 'model_not_found', 404);
}

function model(id: string) {
  const date = /(\d{4}-\d{2}-\d{2})$/.exec(id)?.[1] ?? '2024-05-13';
  return { id, object: 'model', created: Date.parse(date) / 1000, owned_by: 'system' };
}
