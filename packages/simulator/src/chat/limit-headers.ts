import { modelNames, servedModel } from '../books/served-model.js';
import type { Provider } from '../provider.js';

/** What a model that is served has left of its limits; nothing about a name that is none. */
export function limitHeaders(
  { limiter }: Pick<Provider, 'limiter'>,
  model: string | undefined,
): Readonly<Record<string, string>> {
  if (model === undefined || !modelNames().includes(model)) return {};
  return limiter.headers(servedModel(model).listed.id);
}
